import { ApiProperty } from '@nestjs/swagger';
import { CheckedField } from '../../input/fields.js';
import { ConfirmedDto, KeptIn } from '../identity/auth.dto.js';

/** Longer than any code with its spaces, and than any challenge. */
const MAX_CODE = 40;
const MAX_CHALLENGE = 100;

const atMost = (max: number) => (text: string) =>
  text.length <= max ? null : { detail: 'This is too long.' };

const CodeField = (description: string): PropertyDecorator =>
  CheckedField(atMost(MAX_CODE), { description, example: '492039' });

/** The current password, unless the sign-in is fresh. */
const CurrentField = (description: string): PropertyDecorator =>
  CheckedField(() => null, { optional: true, description });

export class CodeDto {
  @CodeField('A code of the authenticator app, or a recovery code.')
  code: string;
}

export class AppCodeDto {
  @CodeField('A code of the authenticator app.')
  code: string;
}

export class ConfirmedCodeDto extends ConfirmedDto {
  @CodeField('A code of the authenticator app, or a recovery code.')
  code: string;
}

export class RemoveTotpDto extends CodeDto {
  @CurrentField('The current password. Omitted if the account has none.')
  current?: string;
}

export class VerifyTotpDto extends CodeDto {
  @CheckedField(atMost(MAX_CHALLENGE), {
    description:
      'The challenge of the problem `second-factor-required`, which answered the first step.',
  })
  challenge: string;

  @KeptIn()
  session?: 'cookie';
}

export class TotpBegunView {
  @ApiProperty({ description: 'The secret in base 32, for manual entry.' })
  secret: string;

  @ApiProperty({ description: 'The `otpauth:` URI, for an app on the same device.' })
  address: string;

  @ApiProperty({ description: 'The URI as a QR code, an SVG image.' })
  qr: string;
}

export class RecoveryCodesView {
  @ApiProperty({
    type: [String],
    description:
      'Ten codes that replace all former ones. Each works once. They are not shown again.',
  })
  recoveryCodes: string[];
}

/** The sign-in factors of the caller. */
export class FactorsView {
  @ApiProperty({ description: 'Whether the account has a password.' })
  password: boolean;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'When the authenticator app was confirmed; null without one.',
  })
  totpSince: string | null;

  @ApiProperty({ type: 'integer', description: 'The number of unused recovery codes.' })
  recoveryCodesLeft: number;

  @ApiProperty({ description: 'Whether the site requires two factors of this account.' })
  required: boolean;

  @ApiProperty({ description: 'Whether the current session has two factors.' })
  secondFactor: boolean;
}
