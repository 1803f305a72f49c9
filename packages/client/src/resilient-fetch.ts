import { backoff, type Pace } from './backoff.js';
import type { Nodes } from './nodes.js';
import { retryAfterOf } from './problem.js';
import type { TokenSource } from './token.js';

export interface FetchSettings {
  nodes: Nodes;
  token?: TokenSource;
  fetch?: (input: string, init: RequestInit) => Promise<Response>;
  /** The timeout of one attempt. */
  attemptMs: number;
  /** The time after which no further attempt starts. */
  retryForMs: number;
}

const PACE: Pace = { firstMs: 200, mostMs: 3_000 };
const PASSING = new Set([429, 502, 503, 504]);
/** If the service asks for a longer wait, the caller gets the response at once. */
const MOST_ASKED_MS = 5_000;

/**
 * Sends a request until it gets a response, and switches to the next node if one does not respond.
 * Only idempotent requests are retried: reads, and writes with an `Idempotency-Key`. Every write
 * outside of `/auth/` gets a key unless the caller gave one.
 */
export function resilientFetch(settings: FetchSettings): (request: Request) => Promise<Response> {
  const send = settings.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const { nodes } = settings;
  return async (request) => {
    const first = nodes.current;
    const place =
      request.url.startsWith(first) && first !== '' ? first : new URL(request.url).origin;
    const path = request.url.slice(place.length);
    const write = request.method !== 'GET' && request.method !== 'HEAD';
    const body = write ? await request.text() : '';
    const headers = new Headers(request.headers);
    if (write && !path.startsWith('/api/v1/auth/') && !headers.has('idempotency-key'))
      headers.set('idempotency-key', newKey());
    const repeatable = !write || headers.has('idempotency-key');
    const given = headers.has('authorization');
    let token = given ? null : ((await settings.token?.()) ?? null);
    let renewed = given;
    const end = Date.now() + settings.retryForMs;

    for (let attempt = 0; ; attempt++) {
      const base = nodes.current;
      if (token !== null) headers.set('authorization', `Bearer ${token}`);
      const answer = await ask(
        send,
        (base || place) + path,
        {
          method: request.method,
          headers,
          ...(body === '' ? {} : { body }),
          credentials: request.credentials,
        },
        settings.attemptMs,
        request.signal,
      );
      if (answer instanceof Response && answer.status === 401 && token !== null && !renewed) {
        renewed = true;
        const next = (await settings.token?.(token)) ?? null;
        if (next !== null && next !== token) {
          token = next;
          continue;
        }
      }
      const failed = !(answer instanceof Response);
      if (!failed && !PASSING.has(answer.status)) return answer;
      // A 429 comes from a healthy node; other failures may be avoided at the next node.
      if (failed || answer.status !== 429) nodes.leave(base);
      const asked = failed ? null : retryAfterOf(answer);
      const pause = Math.max(asked ?? 0, backoff(attempt, PACE));
      const long = !failed && answer.status === 429 && pause > MOST_ASKED_MS;
      if (repeatable && !long && !request.signal.aborted && Date.now() + pause < end) {
        await rest(nodes.count > 1 && attempt === 0 && failed ? 0 : pause, request.signal);
        continue;
      }
      if (failed) throw answer.error;
      return answer;
    }
  };
}

/** A key of 128 random bits. `randomUUID` is missing on pages without TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** One attempt, including the body: a truncated response counts as none. */
async function ask(
  send: NonNullable<FetchSettings['fetch']>,
  url: string,
  init: RequestInit,
  withinMs: number,
  signal: AbortSignal,
): Promise<Response | { error: unknown }> {
  const attempt = new AbortController();
  const abort = () => attempt.abort(signal.reason);
  const timer = setTimeout(() => attempt.abort(new Error('No answer came in time.')), withinMs);
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort);
  try {
    const answer = await send(url, { ...init, signal: attempt.signal });
    const bytes = await answer.arrayBuffer();
    const { status, statusText, headers } = answer;
    const body = bytes.byteLength === 0 ? null : bytes;
    // The URL tells whether the request was redirected.
    const whole = new Response(body, { status, statusText, headers });
    return Object.defineProperty(whole, 'url', { value: answer.url });
  } catch (error) {
    return { error };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

/** @throws the reason of the signal if it aborts first */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await new Promise<unknown>((resolve) => {
    timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', resolve);
  });
  clearTimeout(timer);
  signal.throwIfAborted();
}
