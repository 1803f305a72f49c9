import { ApiProperty } from '@nestjs/swagger';
import { GUEST_RULES, type GuestRule } from '../../config/fixed-settings.js';
import { CheckedField, NameField } from '../../input/fields.js';
import { SiteTermsView } from '../../problems/problem.dto.js';
import { KeptIn } from '../identity/auth.dto.js';

export class GuestDto {
  @NameField({
    description: 'At most 40 characters. Not the user name of an account, nor a name of staff.',
    example: 'Анна К.',
  })
  displayName: string;

  @CheckedField(() => null, {
    optional: true,
    description: 'The version of the terms that the reader accepts, of `GET /auth/ways`.',
  })
  termsVersion?: string;

  @KeptIn()
  session?: 'cookie';
}

export class WaysView {
  @ApiProperty({
    enum: [...GUEST_RULES],
    description: 'Whether guests may write under a name, and whether a moderator reads it first.',
  })
  guests: GuestRule;

  @ApiProperty({
    type: SiteTermsView,
    nullable: true,
    description: 'What is to be accepted before somebody writes; null where the site has no terms.',
  })
  terms: SiteTermsView | null;
}
