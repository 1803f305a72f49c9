import { type Colloquy, createColloquy } from '@colloquy/client';
import { SERVICE_URL } from './service-url.js';
import { session } from './session.js';

/** One client for all threads of a page: they share its socket. */
export const service: Colloquy = createColloquy({
  baseUrl: SERVICE_URL,
  token: (rejected) => session.token(rejected),
});
session.onChange(() => void service.tokenChanged());
