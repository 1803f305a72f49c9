import { ApiProperty } from '@nestjs/swagger';
import { CheckedField, UuidsField } from '../../input/fields.js';
import { findEmailFault } from '../../users/accounts/email.js';
import { BOUNDS } from '../limits/bounds.js';
import { findPasswordFault } from '../passwords/passwords.js';

/** Longer than any token of the service. */
const MAX_TOKEN = 200;
/** Enough for an app and the most passkeys of an account. */
const MOST_RECENT = BOUNDS.passkeys.most + 1;

const TokenField = (): PropertyDecorator =>
  CheckedField(
    (token) => (token.length <= MAX_TOKEN ? null : { detail: 'The token is too long.' }),
    { description: 'The value of `#token=` in the link of the mail.' },
  );

export class ProofDto {
  @TokenField()
  token: string;
}

export class ResetPasswordDto extends ProofDto {
  @CheckedField(findPasswordFault, {
    description:
      'At least 8 characters and at most 1,024 bytes of UTF-8. It is compared in Unicode normal form C.',
    example: 'correct horse battery staple',
  })
  password: string;

  @UuidsField(MOST_RECENT, {
    optional: true,
    description: 'Ids from `POST /auth/reset-password/ways` to remove. Others are ignored.',
  })
  remove?: string[];
}

export class RecentWayView {
  @ApiProperty({ type: 'string', format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['app', 'passkey'] })
  kind: 'app' | 'passkey';

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'The name of a passkey; null for an app.',
  })
  name: string | null;

  @ApiProperty({ type: 'string', format: 'date-time' })
  addedAt: string;
}

export class RecentWaysView {
  @ApiProperty({ type: [RecentWayView] })
  items: RecentWayView[];
}

export class ForgotPasswordDto {
  @CheckedField(findEmailFault, { example: 'anna@example.org' })
  email: string;
}

export class ResendDto {
  @CheckedField(findEmailFault, {
    optional: true,
    description: 'Default for a signed-in caller: the address of the account.',
    example: 'anna@example.org',
  })
  email?: string;
}

/** The account of the proved address. */
export class ProvenAccountView {
  @ApiProperty({ type: 'string' })
  username: string;

  @ApiProperty({ type: 'string' })
  email: string;
}

/** The mail is sent if there is anything to send. */
export class MailedView {
  @ApiProperty({
    type: 'string',
    enum: ['e-mail'],
    description: 'Where to continue: in the e-mail.',
  })
  next: 'e-mail';
}

/** The same for every caller. */
export const MAILED: MailedView = { next: 'e-mail' };
