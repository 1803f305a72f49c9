import { ApiProperty } from '@nestjs/swagger';
import { CheckedField } from '../../input/fields.js';
import { findForbiddenCharacter } from '../../text/gate.js';
import { findNameFault, findUsernameFault } from '../../text/names.js';
import { findEmailFault } from '../../users/email.js';
import { UserView } from '../../users/users.dto.js';
import { findPasswordFault } from '../passwords/passwords.js';

export class RegisterDto {
  @CheckedField(findEmailFault, { example: 'anna@example.org' })
  email: string;

  @CheckedField((username) => findUsernameFault(username) ?? findNameFault(username), {
    description: '3 to 30 of A-Z, a-z, 0-9, "_", "." and "-"; unique without case.',
    example: 'anna.k',
  })
  username: string;

  @CheckedField(findPasswordFault, {
    description: '8 to 1024 bytes of UTF-8, compared in Unicode normal form C.',
    example: 'correct horse battery staple',
  })
  password: string;

  @CheckedField(findNameFault, {
    optional: true,
    description: 'At most 40 characters; the user name if absent.',
    example: 'Анна К.',
  })
  displayName?: string;
}

export class LoginDto {
  @CheckedField((login) => findForbiddenCharacter(login)?.detail ?? null, {
    description: 'The user name or the e-mail address, without case.',
    example: 'anna.k',
  })
  login: string;

  @CheckedField(() => null, { example: 'correct horse battery staple' })
  password: string;
}

export class RefreshDto {
  @CheckedField(() => null)
  refreshToken: string;
}

/** What a client holds after signing in. */
export class SignedInView {
  @ApiProperty({ type: UserView })
  user: UserView;

  @ApiProperty({ type: 'string', description: 'For "Authorization: Bearer ...".' })
  accessToken: string;

  @ApiProperty({
    type: 'string',
    description:
      'Taken once by /auth/refresh, which answers with its successor; an old one ends the session.',
  })
  refreshToken: string;

  @ApiProperty({ type: 'integer', description: 'Seconds until the access token expires.' })
  expiresIn: number;
}
