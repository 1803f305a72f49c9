/** The service is where this script came from. */
export const SERVICE = new URL(/* @vite-ignore */ './api/v1/', import.meta.url).href;

/** A request that takes longer has failed; the page says so. */
const PATIENCE_MS = 15_000;

/** The session that a sign-in has begun. */
export interface SignedIn {
  user: { username: string; displayName: string; role: string };
  accessToken: string;
  refreshToken: string;
}

interface Problem {
  type?: string;
  challenge?: string;
}

/** An answer that is none of what was asked for, by the name of the sentence that tells it. */
export class Refused extends Error {
  constructor(
    readonly say: string,
    /** With which a sign-in goes on. */
    readonly challenge: string | null = null,
  ) {
    super(say);
  }
}

/** The session of this page, in its memory alone: a reload signs out. */
export const held: { token: string | null } = { token: null };

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** @throws Refused */
export async function call<Answer>(
  method: Method,
  path: string,
  body?: object,
  keepalive = false,
): Promise<Answer> {
  const response = await fetch(SERVICE + path, {
    method,
    keepalive,
    credentials: 'omit',
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(held.token !== null && { authorization: `Bearer ${held.token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => {
    throw new Refused('network');
  });
  const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return answer as Answer;
  const { type, challenge } = (answer ?? {}) as Problem;
  throw new Refused(sentenceOf(response.status, type), challenge ?? null);
}

/**
 * Bytes that may take long to come.
 * @throws Refused
 */
export async function fetchFile(path: string): Promise<Blob> {
  const headers = { authorization: `Bearer ${held.token}` };
  const response = await fetch(SERVICE + path, { credentials: 'omit', headers }).catch(() => null);
  if (!response?.ok) throw new Refused(sentenceOf(response?.status ?? 503, undefined));
  return response.blob().catch(() => {
    throw new Refused('network');
  });
}

function sentenceOf(status: number, type: string | undefined): string {
  if (status === 429) return 'too-many';
  if (status === 408 || status >= 500) return 'network';
  return type?.replace(/^.*\//, '') ?? 'failed';
}
