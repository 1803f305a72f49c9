/** One request of a load; each `KEY` in a header value is replaced by a unique word. */
export interface LoadRequest {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

export const KEY = '@KEY@';

/** Requests that are sent in turn over keep-alive connections, each after the last answer. */
export interface Load {
  /** Origin, such as `http://127.0.0.1:3000`. */
  url: string;
  requests: readonly LoadRequest[];
  connections: number;
}

export interface Outcome {
  /** Answers, and the number of failures among them: a status from 400 on, or a lost connection. */
  answers: number;
  failed: number;
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

/** A load generator in a separate process. */
export interface Generator {
  /** Its name in the results. */
  name: string;
  run(load: Load, seconds: number): Promise<Outcome>;
}

/** A load with unexpected answers measures nothing. */
class LoadFailed extends Error {}

/** @throws LoadFailed when more than one answer in a thousand is a failure */
export function assertAnswered({ answers, failed }: Outcome, what: string): void {
  if (answers === 0 || failed > answers / 1_000)
    throw new LoadFailed(`${what}: ${failed} of ${answers} requests failed.`);
}

/** The bytes of a request, with `KEY` as the placeholder for unique words. */
export function requestText(url: string, { method, path, headers, body }: LoadRequest): string {
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const fields = Object.entries({ host: new URL(url).host, ...headers, ...length });
  const lines = fields.map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`;
}
