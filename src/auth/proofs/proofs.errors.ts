import { problem } from '../../problems/domain-error.js';

/** Used, expired, of an account that has changed since, or none of ours: which of them is nobody's business. */
export class LinkNotValid extends problem(
  'invalid',
  'link-not-valid',
  'This link is not valid any more',
  'A link of a mail works once and for a time, and not after the account has changed; ask for another one.',
) {
  override readonly errors = [{ pointer: '/token', detail: 'Ask for another mail.' }];
}

export class NoMail extends problem(
  'not-found',
  'no-mail',
  'This site sends no mail',
  'The operator of the site has set no SMTP_URL.',
) {}
