import { unwrap } from '@colloquy/client';
import { post, type SignedIn, type SignIn, type SiteToken } from './session-requests.js';

/**
 * Asks the page of the site who reads. A token that fails is told to its developers in the console.
 * @returns what signs the reader in; null for a guest
 */
export async function signInBySite(site: SiteToken): Promise<SignIn | null> {
  const token = typeof site === 'function' ? await site() : site;
  if (!token) return null;
  return async (session) => {
    const response = await post('sso', { body: { token, ...(session && { session }) } });
    const answer: unknown = await response.json().catch(() => null);
    return unwrap<SignedIn>(
      response.ok ? { response, data: answer as SignedIn } : { response, error: answer },
    );
  };
}
