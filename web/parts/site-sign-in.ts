import { unwrap } from '@colloquy/client';
import { post, type SignedIn, type SignIn, type SiteToken } from './session-requests.js';

/**
 * Asks the page of the site for its reader. Failing tokens are reported in the console.
 * @returns a function that signs the reader in; null for a guest
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
 * Opens a page of the service with the reader's token; that page asks whether to sign in with it.
 * The token is after `#`, so no server receives and logs it. The page removes it from its address.
 */
export async function openBySite(site: SiteToken, page: string): Promise<void> {
  // Opened during the press, because browsers block windows that open after the site has answered.
  const opened = open('', '_blank');
  if (!opened) return;
  opened.opener = null;
  const token = await tokenOf(site).catch(() => null);
  opened.location.replace(token ? `${page}#sso=${encodeURIComponent(token)}` : page);
}

async function tokenOf(site: SiteToken): Promise<string | null> {
  return (typeof site === 'function' ? await site() : site) ?? null;
}
