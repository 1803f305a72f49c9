import { backoff, type Pace } from './backoff.js';
import type { Nodes } from './nodes.js';
import { retryAfterOf } from './problem.js';
import type { TokenSource } from './token.js';

export interface FetchSettings {
  nodes: Nodes;
  token?: TokenSource;
  fetch?: (input: string, init: RequestInit) => Promise<Response>;
  /** One attempt may take this long. */
  attemptMs: number;
  /** After that, no further attempt is begun. */
  retryForMs: number;
}

const PACE: Pace = { firstMs: 200, mostMs: 3_000 };
const PASSING = new Set([429, 502, 503, 504]);
/** A caller who is asked to wait longer gets the answer, instead of being kept waiting. */
const MOST_ASKED_MS = 5_000;

/**
 * Sends a request until it is answered, to the next node when one does not answer. Only what does
 * no harm when it is done twice is sent again: reads, and writes under an `Idempotency-Key`. Every
 * write but those of `/auth/` gets a key of its own where the caller gave none.
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
      // A 429 is an answer of a node that is well; the others may pass sooner at the next one.
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

/** A key of 128 random bits; `randomUUID` is missing on pages without TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** One attempt, the body included: an answer that is cut off is none. */
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
    // The address tells whether the request was led elsewhere.
    const whole = new Response(body, { status, statusText, headers });
    return Object.defineProperty(whole, 'url', { value: answer.url });
  } catch (error) {
    return { error };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

/** @throws the signal's reason when it comes first */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await new Promise<unknown>((resolve) => {
    timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', resolve);
  });
  clearTimeout(timer);
  signal.throwIfAborted();
}
