import { type Colloquy, createColloquy } from '@colloquy/client';
import { session } from './session.js';

/** The service is where this script came from, whatever page it runs in. */
export const SERVICE_URL = new URL(/* @vite-ignore */ '..', import.meta.url).href.replace(
  /\/+$/,
  '',
);

/** One client for all threads of a page: they share its socket. */
export const service: Colloquy = createColloquy({
  baseUrl: SERVICE_URL,
  token: (rejected) => session.token(rejected),
});
session.onChange(() => void service.tokenChanged());
