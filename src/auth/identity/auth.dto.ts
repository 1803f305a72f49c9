import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CheckedField, ChoiceField, NameField } from '../../input/fields.js';
import { findForbiddenCharacter } from '../../text/plain/text-gate.js';
import { findNameFault, findUsernameFault } from '../../text/names/names.js';
import { findEmailFault } from '../../users/accounts/email.js';
import { UserView } from '../../users/accounts/users.dto.js';
import { findPasswordFault } from '../passwords/passwords.js';

/** Where the client stores the refresh token. */
export const KeptIn = (): PropertyDecorator =>
  ChoiceField(['cookie'], {
    optional: true,
    description:
      'For pages of the site: the refresh token is set as an HttpOnly cookie instead of being in the body.',
  });

export class RegisterDto {
  @CheckedField(findEmailFault, { example: 'anna@example.org' })
  email: string;

  @CheckedField((username) => findUsernameFault(username) ?? findNameFault(username), {
    description:
      '3 to 30 characters of A-Z, a-z, 0-9, "_", "." and "-". It is unique and case-insensitive.',
    example: 'anna.k',
  })
  username: string;

  @CheckedField(findPasswordFault, {
    description:
      'At least 8 characters and at most 1,024 bytes of UTF-8. It is compared in Unicode normal form C.',
    example: 'correct horse battery staple',
  })
  password: string;

  @NameField({
    optional: true,
    description: 'At most 40 characters. Default: the user name.',
    example: 'Анна К.',
  })
  displayName?: string;

  @CheckedField(() => null, {
    optional: true,
    description: 'The version of the terms that the reader accepts, from `GET /auth/ways`.',
  })
  termsVersion?: string;

  @KeptIn()
  session?: 'cookie';
}

export class LoginDto {
  @CheckedField(findForbiddenCharacter, {
    description: 'The user name or the e-mail address, case-insensitive.',
    example: 'anna.k',
  })
  login: string;

  @CheckedField(() => null, { example: 'correct horse battery staple' })
  password: string;

  @KeptIn()
  session?: 'cookie';
}

export class RefreshDto {
  @CheckedField(() => null, {
    optional: true,
    description: 'Not sent with a cookie session: omit the whole body then.',
  })
  refreshToken?: string;

  @KeptIn()
  session?: 'cookie';
}

export class ChangePasswordDto {
  @CheckedField(() => null, { description: 'The current password.' })
  current: string;

  @CheckedField(findPasswordFault, {
    description:
      'At least 8 characters and at most 1,024 bytes of UTF-8. It is compared in Unicode normal form C.',
    example: 'correct horse battery staple',
  })
  password: string;
}

export class ChangeEmailDto {
  @CheckedField(findEmailFault, { example: 'anna@example.org' })
  email: string;

  @CheckedField(() => null, {
    optional: true,
    description:
      'The current password. An account without one must have signed in within the last 10 minutes.',
  })
  current?: string;
}

/** The confirmation that is required before sign-in methods are changed. */
export class ConfirmedDto {
  @CheckedField(() => null, {
    optional: true,
    description: 'The current password. Optional within 10 minutes of the sign-in.',
  })
  current?: string;
}

/** The tokens of a client after signing in. */
export class SignedInView {
  @ApiProperty({ type: UserView })
  user: UserView;

  @ApiProperty({ type: 'string', description: 'The access token for "Authorization: Bearer ...".' })
  accessToken: string;

  @ApiPropertyOptional({
    type: 'string',
    description:
      'Works once, for /auth/refresh, which returns its successor. Using an older one ends the session. Absent in a cookie session.',
  })
  refreshToken?: string;

  @ApiProperty({ type: 'integer', description: 'Seconds until the access token expires.' })
  expiresIn: number;
}
