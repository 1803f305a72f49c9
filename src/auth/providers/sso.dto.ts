import { ApiProperty } from '@nestjs/swagger';
import { CheckedField } from '../../input/fields.js';
import { KeptIn } from '../identity/auth.dto.js';

export class VerifySsoDto {
  @CheckedField(() => null, { description: 'A JWT that the host site has signed.' })
  token: string;
}

export class SsoDto extends VerifySsoDto {
  @KeptIn()
  session?: 'cookie';
}

export class TokenCheckView {
  @ApiProperty({
    enum: [
      'form',
      'type',
      'key',
      'algorithm',
      'signature',
      'issuer',
      'audience',
      'expiry',
      'start',
      'issued',
      'subject',
      'user',
    ],
  })
  code: string;

  @ApiProperty()
  ok: boolean;

  @ApiProperty({ description: 'A message for the developers of the site.' })
  detail: string;
}

export class SsoChecksView {
  @ApiProperty({ description: 'Whether the token can sign in: every check passed.' })
  valid: boolean;

  @ApiProperty({ type: [TokenCheckView], description: 'The checks that could be run.' })
  checks: TokenCheckView[];
}
