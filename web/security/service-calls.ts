import { type Method, request } from '../account/service-requests.js';

/** The session that a sign-in has started. */
export interface SignedIn {
  user: { username: string; displayName: string; role: string };
  accessToken: string;
  refreshToken: string;
}

/** The session of this page, only in memory: a reload signs out. */
export const held: { token: string | null } = { token: null };

/** @throws Refused */
export function call<Answer>(
  method: Method,
  path: string,
  body?: object,
  keepalive = false,
): Promise<Answer> {
  return request<Answer>(method, path, { body, token: held.token, keepalive });
}
