import { unwrap } from '@colloquy/client';
import { post, type SignedIn, type SignIn, type SiteToken } from './session-requests.js';

/**
 * Asks the page of the site who reads. A token that fails is told to its developers in the console.
 * @returns what signs the reader in; null for a guest
 */
export async function signInBySite(site: SiteToken): Promise<SignIn | null> {
  const token = await tokenOf(site);
  if (!token) return null;
  return async (session) => {
    const response = await post('sso', { body: { token, ...(session && { session }) } });
    const answer: unknown = await response.json().catch(() => null);
    return unwrap<SignedIn>(
      response.ok ? { response, data: answer as SignedIn } : { response, error: answer },
    );
  };
}

/**
 * Opens a page of the service with the token of the reader, who is asked there whether to sign in by it. The token stands
 * behind `#`, which no server gets and no log shows. The page takes it out of its address.
 */
export async function openBySite(site: SiteToken, page: string): Promise<void> {
  // Opened in the press: once the site has answered, the browser may open nothing.
  const opened = open('', '_blank');
  if (!opened) return;
  opened.opener = null;
  const token = await tokenOf(site).catch(() => null);
  opened.location.replace(token ? `${page}#sso=${encodeURIComponent(token)}` : page);
}

async function tokenOf(site: SiteToken): Promise<string | null> {
  return (typeof site === 'function' ? await site() : site) ?? null;
}
