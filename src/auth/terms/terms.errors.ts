import { problem, type SiteTerms } from '../../problems/domain-error.js';

export class TermsNotAccepted extends problem(
  'forbidden',
  'terms-not-accepted',
  'The terms of the site have not been accepted',
) {
  constructor(override readonly terms: SiteTerms) {
    super(
      'Read the terms, and accept this version by PUT /api/v1/users/me/terms. Then repeat the request.',
    );
  }
}
