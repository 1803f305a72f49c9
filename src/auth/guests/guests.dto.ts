import { ApiProperty } from '@nestjs/swagger';
import { GUEST_RULES, type GuestRule } from '../../config/fixed-settings.js';
import { CheckedField, NameField } from '../../input/fields.js';
import { SiteTermsView } from '../../problems/problem.dto.js';
import { KeptIn } from '../identity/auth.dto.js';

export class GuestDto {
  @NameField({
    description:
      'At most 40 characters. It must not be the user name of an account or a name of staff.',
    example: 'Анна К.',
  })
  displayName: string;

  @CheckedField(() => null, {
    optional: true,
    description: 'The version of the terms that the reader accepts, from `GET /auth/ways`.',
  })
  termsVersion?: string;

  @KeptIn()
  session?: 'cookie';
}

export class WaysView {
  @ApiProperty({
    enum: [...GUEST_RULES],
    description: 'Whether guests may write, and whether their comments are held for a moderator.',
  })
  guests: GuestRule;

  @ApiProperty({
    type: SiteTermsView,
    nullable: true,
    description: 'The terms that writers must accept; null if the site has none.',
  })
  terms: SiteTermsView | null;
}
