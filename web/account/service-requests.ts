/** The service's URL, relative to this script; modules of several pages are below `embed/`. */
const HERE = import.meta.url.replace(/embed\/[^/]*$/, '');
export const SERVICE = new URL(/* @vite-ignore */ './api/v1/', HERE).href;

/** A request that takes longer has failed. The page says so and offers another attempt. */
const PATIENCE_MS = 15_000;

interface Problem {
  type?: string;
  challenge?: string;
  errors?: readonly { pointer?: string; rule?: string }[];
}

/** The service has refused a request, or did not answer it. */
export class Refused extends Error {
  constructor(
    /** The name of the sentence that reports it. */
    readonly say: string,
    /** The rule that the input violates; null if it violates none. */
    readonly rule: string | null = null,
    /** The token with which the sign-in continues. */
    readonly challenge: string | null = null,
  ) {
    super(say);
  }
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Sent {
  body?: object | undefined;
  /** The access token of a session in the memory of the page. */
  token?: string | null;
  /** Whether the request outlives the page. */
  keepalive?: boolean;
}

/** @throws Refused */
export async function request<Answer>(
  method: Method,
  path: string,
  { body, token = null, keepalive = false }: Sent = {},
): Promise<Answer> {
  const response = await fetch(SERVICE + path, {
    method,
    keepalive,
    credentials: 'omit',
    headers: {
      // The service writes mails in the language of the page.
      'accept-language': document.documentElement.lang,
      ...(body && { 'content-type': 'application/json' }),
      ...(token !== null && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(unreachable);
  if (response.ok)
    return response.status === 204 ? (null as Answer) : response.json().catch(unreachable);
  const problem = (await response.json().catch(() => ({}))) as Problem;
  const rule = problem.errors?.[0]?.rule ?? null;
  throw new Refused(sentenceOf(response.status, problem), rule, problem.challenge ?? null);
}

/**
 * Fetches a file, which may take long.
 * @throws Refused
 */
export async function fetchFile(path: string, token: string | null): Promise<Blob> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(SERVICE + path, { credentials: 'omit', headers }).catch(unreachable);
  if (!response.ok) throw new Refused(sentenceOf(response.status, {}));
  return response.blob().catch(unreachable);
}

function unreachable(): never {
  throw new Refused('network');
}

function sentenceOf(status: number, { type, errors }: Problem): string {
  if (status === 429) return 'too-many';
  if (status === 408 || status >= 500) return 'network';
  // A link that was cut off or extended in transit is not valid.
  if (errors?.[0]?.pointer === '/token') return 'link-not-valid';
  return type?.replace(/^.*\//, '') ?? 'failed';
}
