import { type Colloquy, createColloquy, unwrap } from '@colloquy/client';
import { SERVICE_URL } from './service-url.js';
import { session } from './session.js';

/** A reader who sees nothing yet is told of it after that, and can try again. */
const PATIENCE_MS = 10_000;

/** One client for all threads of a page: they share its socket. */
export const service: Colloquy = createColloquy({
  baseUrl: SERVICE_URL,
  token: (rejected) => session.token(rejected),
});
/** Asks for things that all readers see alike: without the token, and without waiting for one. */
export const guestService: Colloquy = createColloquy({
  baseUrl: SERVICE_URL,
  retryForMs: PATIENCE_MS,
});
export const { api: publicApi } = guestService;
session.onChange(() => void service.tokenChanged());

/**
 * Sends what is left to be said when the page is left: the request outlives the page.
 * @returns whether it was taken, as far as somebody is still there to hear it
 */
export async function sendLast(method: string, path: string, body?: object): Promise<boolean> {
  const token = await session.token();
  const request = fetch(`${SERVICE_URL}/api/v1/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    keepalive: true,
  });
  return request.then(
    ({ ok }) => ok,
    () => false,
  );
}

type Answer<T> = Parameters<typeof unwrap<T>>[0];

/** The data of an answer; null where the service says that there is nothing. */
export async function found<T>(asked: Promise<Answer<T>>): Promise<T | null> {
  const answer = await asked;
  return answer.response.status === 404 ? null : unwrap(answer);
}
