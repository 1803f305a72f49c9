import { type Colloquy, createColloquy, unwrap } from '@colloquy/client';
import { SERVICE_URL } from './service-url.js';
import { session } from './session.js';

/** A reader who sees nothing after this time is told so, and can try again. */
const PATIENCE_MS = 10_000;

/** One client for all threads of a page, so that they share one socket. */
export const service: Colloquy = createColloquy({
  baseUrl: SERVICE_URL,
  token: (rejected) => session.token(rejected),
});
/** For reads that are the same for all readers: it sends no token and waits for none. */
export const guestService: Colloquy = createColloquy({
  baseUrl: SERVICE_URL,
  retryForMs: PATIENCE_MS,
});
export const { api: publicApi } = guestService;
session.onChange(() => void service.tokenChanged());

/**
 * Sends a request when the reader leaves the page; the request outlives the page.
 * @returns whether the service accepted it, if the page still exists
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

/** The data of an answer; null if the service says that there is none. */
export async function found<T>(asked: Promise<Answer<T>>): Promise<T | null> {
  const answer = await asked;
  return answer.response.status === 404 ? null : unwrap(answer);
}
