import { ApiProperty } from '@nestjs/swagger';
import { GUEST_RULES, type GuestRule } from '../../config/fixed-settings.js';
import { NameField } from '../../input/fields.js';
import { KeptIn } from '../identity/auth.dto.js';

export class GuestDto {
  @NameField({
    description: 'At most 40 characters. Not the user name of an account, nor a name of staff.',
    example: 'Анна К.',
  })
  displayName: string;

  @KeptIn()
  session?: 'cookie';
}

export class WaysView {
  @ApiProperty({
    enum: [...GUEST_RULES],
    description: 'Whether guests may write under a name, and whether a moderator reads it first.',
  })
  guests: GuestRule;
}
