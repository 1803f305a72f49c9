import { problem } from '../../problems/domain-error.js';

/**
 * The link was used, has expired, is older than a change of the account, or was not issued by this
 * service. The answer does not reveal which.
 */
export class LinkNotValid extends problem(
  'invalid',
  'link-not-valid',
  'This link is no longer valid',
  'A link in a mail works once, for a limited time, and only until the account changes; request another one.',
) {
  override readonly errors = [{ pointer: '/token', detail: 'Request another mail.' }];
}

export class NoMail extends problem(
  'not-found',
  'no-mail',
  'This site sends no mail',
  'The operator of the site has not set SMTP_URL.',
) {}
