import { DomainError } from '../../problems/domain-error.js';

export class InvalidToken extends DomainError {
  readonly kind = 'unauthenticated';
  readonly slug = 'invalid-token';
  readonly title = 'The access token is not valid';

  constructor() {
    super(
      'Send an access token of this service as "Authorization: Bearer ...", or no such header.',
    );
  }
}

export class TokenExpired extends DomainError {
  readonly kind = 'unauthenticated';
  readonly slug = 'token-expired';
  readonly title = 'The access token has expired';

  constructor() {
    super('Take a new access token with the refresh token.');
  }
}

export class SessionEnded extends DomainError {
  readonly kind = 'unauthenticated';
  readonly slug = 'session-ended';
  readonly title = 'The session has ended';

  constructor() {
    super('Log in again.');
  }
}

export class InvalidRefreshToken extends DomainError {
  readonly kind = 'unauthenticated';
  readonly slug = 'invalid-refresh-token';
  readonly title = 'The refresh token is not valid';

  constructor() {
    super('Log in again.');
  }
}

/** Somebody used a token of this session before: one of two holders is not its owner. */
export class RefreshTokenReused extends DomainError {
  readonly kind = 'unauthenticated';
  readonly slug = 'refresh-token-reused';
  readonly title = 'The refresh token was used before';

  constructor() {
    super('The session has been ended, since its token may be in other hands; log in again.');
  }
}
