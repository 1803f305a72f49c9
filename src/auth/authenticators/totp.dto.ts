import { ApiProperty } from '@nestjs/swagger';
import { CheckedField } from '../../input/fields.js';
import { ConfirmedDto, KeptIn } from '../identity/auth.dto.js';

/** Longer than any code with its spaces, and than any challenge. */
const MAX_CODE = 40;
const MAX_CHALLENGE = 100;

const atMost = (max: number) => (text: string) =>
  text.length <= max ? null : { detail: 'Nothing of ours is so long.' };

const CodeField = (description: string): PropertyDecorator =>
  CheckedField(atMost(MAX_CODE), { description, example: '492039' });

/** The present password, where the sign-in is not fresh. */
const CurrentField = (description: string): PropertyDecorator =>
  CheckedField(() => null, { optional: true, description });

export class CodeDto {
  @CodeField('A code of the app, or a recovery code.')
  code: string;
}

export class AppCodeDto {
  @CodeField('A code of the app.')
  code: string;
}

export class ConfirmedCodeDto extends ConfirmedDto {
  @CodeField('A code of the app, or a recovery code.')
  code: string;
}

export class RemoveTotpDto extends CodeDto {
  @CurrentField('The present password; may be left out by an account that has none.')
  current?: string;
}

export class VerifyTotpDto extends CodeDto {
  @CheckedField(atMost(MAX_CHALLENGE), {
    description: 'What the first step was answered with, in `second-factor-required`.',
  })
  challenge: string;

  @KeptIn()
  session?: 'cookie';
}

export class TotpBegunView {
  @ApiProperty({ description: 'The secret in base 32, for who types it.' })
  secret: string;

  @ApiProperty({ description: 'The `otpauth:` address, for an app on the same device.' })
  address: string;

  @ApiProperty({ description: 'The address as a QR code, an image in SVG.' })
  qr: string;
}

export class RecoveryCodesView {
  @ApiProperty({
    type: [String],
    description:
      'Ten codes in place of all former ones. Each works once; they are not shown again.',
  })
  recoveryCodes: string[];
}

/** What signs the one who asks in, beside a password. */
export class FactorsView {
  @ApiProperty({ description: 'Whether the account has a password.' })
  password: boolean;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'Since when codes of an app are asked for; null where they are not.',
  })
  totpSince: string | null;

  @ApiProperty({ type: 'integer', description: 'Recovery codes that are not used yet.' })
  recoveryCodesLeft: number;

  @ApiProperty({ description: 'Whether the site wants two factors of this account.' })
  required: boolean;

  @ApiProperty({ description: 'Whether the session that asks was opened by two factors.' })
  secondFactor: boolean;
}
