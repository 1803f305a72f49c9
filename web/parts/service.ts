import { type Colloquy, createColloquy, unwrap } from '@colloquy/client';
import { SERVICE_URL } from './service-url.js';
import { session } from './session.js';

/** One client for all threads of a page: they share its socket. */
export const service: Colloquy = createColloquy({
  baseUrl: SERVICE_URL,
  token: (rejected) => session.token(rejected),
});
/** What all readers see alike: it is asked for without the token, and never waits for one. */
export const { api: publicApi } = createColloquy({ baseUrl: SERVICE_URL });
session.onChange(() => void service.tokenChanged());

type Answer<T> = Parameters<typeof unwrap<T>>[0];

/** The data of an answer; null where the service says that there is nothing. */
export async function found<T>(asked: Promise<Answer<T>>): Promise<T | null> {
  const answer = await asked;
  return answer.response.status === 404 ? null : unwrap(answer);
}
