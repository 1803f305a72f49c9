/** The service is where this script came from; what several pages share comes from `embed/` there. */
const HERE = import.meta.url.replace(/embed\/[^/]*$/, '');
export const SERVICE = new URL(/* @vite-ignore */ './api/v1/', HERE).href;

/** A request that takes longer has failed; the page says so, and it can be tried again. */
const PATIENCE_MS = 15_000;

interface Problem {
  type?: string;
  challenge?: string;
  errors?: readonly { pointer?: string; rule?: string }[];
}

/** The service has refused a request, or did not answer it. */
export class Refused extends Error {
  constructor(
    /** The name of the sentence that tells it. */
    readonly say: string,
    /** The rule that what was filled in breaks; null where it breaks none. */
    readonly rule: string | null = null,
    /** A sign-in goes on with it. */
    readonly challenge: string | null = null,
  ) {
    super(say);
  }
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Sent {
  body?: object | undefined;
  /** Of a session that is in the memory of the page. */
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
      // Mails are in the language of the page.
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
 * Bytes that may take long to come.
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
  // A link that was cut or has grown on its way is none of ours.
  if (errors?.[0]?.pointer === '/token') return 'link-not-valid';
  return type?.replace(/^.*\//, '') ?? 'failed';
}
