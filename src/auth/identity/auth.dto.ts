import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CheckedField, ChoiceField, NameField } from '../../input/fields.js';
import { findForbiddenCharacter } from '../../text/plain/text-gate.js';
import { findNameFault, findUsernameFault } from '../../text/names/names.js';
import { findEmailFault } from '../../users/accounts/email.js';
import { UserView } from '../../users/accounts/users.dto.js';
import { findPasswordFault } from '../passwords/passwords.js';

/** Where what renews the session is kept. */
export const KeptIn = (): PropertyDecorator =>
  ChoiceField(['cookie'], {
    optional: true,
    description:
      'For pages of the site: the refresh token comes as a cookie that no script can read, and not in the body.',
  });

export class RegisterDto {
  @CheckedField(findEmailFault, { example: 'anna@example.org' })
  email: string;

  @CheckedField((username) => findUsernameFault(username) ?? findNameFault(username), {
    description: '3 to 30 of A-Z, a-z, 0-9, "_", "." and "-"; unique without case.',
    example: 'anna.k',
  })
  username: string;

  @CheckedField(findPasswordFault, {
    description:
      'At least 8 characters and at most 1,024 bytes of UTF-8, compared in Unicode normal form C.',
    example: 'correct horse battery staple',
  })
  password: string;

  @NameField({
    optional: true,
    description: 'At most 40 characters; the user name if absent.',
    example: 'Анна К.',
  })
  displayName?: string;

  @CheckedField(() => null, {
    optional: true,
    description: 'The version of the terms that the reader accepts, of `GET /auth/ways`.',
  })
  termsVersion?: string;

  @KeptIn()
  session?: 'cookie';
}

export class LoginDto {
  @CheckedField(findForbiddenCharacter, {
    description: 'The user name or the e-mail address, without case.',
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
    description: 'Left out, with all of the body, by a page whose browser has the cookie.',
  })
  refreshToken?: string;

  @KeptIn()
  session?: 'cookie';
}

export class ChangePasswordDto {
  @CheckedField(() => null, { description: 'The password that the account has now.' })
  current: string;

  @CheckedField(findPasswordFault, {
    description:
      'At least 8 characters and at most 1,024 bytes of UTF-8, compared in Unicode normal form C.',
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
      'The password of the account; an account that has none has signed in within the last 10 minutes.',
  })
  current?: string;
}

/** What is asked before the ways into an account are changed. */
export class ConfirmedDto {
  @CheckedField(() => null, {
    optional: true,
    description: 'The present password; may be left out within 10 minutes of the sign-in.',
  })
  current?: string;
}

/** What a client holds after signing in. */
export class SignedInView {
  @ApiProperty({ type: UserView })
  user: UserView;

  @ApiProperty({ type: 'string', description: 'For "Authorization: Bearer ...".' })
  accessToken: string;

  @ApiPropertyOptional({
    type: 'string',
    description:
      'Taken once by /auth/refresh, which answers with its successor; an old one ends the session. Absent where a cookie holds it.',
  })
  refreshToken?: string;

  @ApiProperty({ type: 'integer', description: 'Seconds until the access token expires.' })
  expiresIn: number;
}
