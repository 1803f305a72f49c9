import type { Language } from '../../text/plain/languages.js';

/** The pages of accounts that use a token of a mail. */
type AccountPage = 'decide' | 'unsubscribe';

/**
 * The URL of a page in the language of its mail. Links only open a page. Nothing changes until
 * somebody presses its button, because programs open links.
 */
export function accountPageOf(
  publicUrl: string,
  page: AccountPage,
  { language, token }: { language: Language; token: string },
): string {
  return `${publicUrl}/account/${page}?lang=${language}#token=${token}`;
}

/** The headers for unsubscribing with one click in mail programs (RFC 8058). */
export function unsubscribeHeaders(publicUrl: string, token: string): Record<string, string> {
  return {
    'List-Unsubscribe': `<${publicUrl}/api/v1/auth/unsubscribe?token=${token}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
