import { ApiProperty } from '@nestjs/swagger';
import { CheckedField } from '../../input/fields.js';

export class TakeOverGuestDto {
  @CheckedField(() => null, { description: 'The access token of the guest session.' })
  token: string;
}

export class TakenOverView {
  @ApiProperty({
    type: 'integer',
    description: 'The number of comments that the account has gained.',
  })
  comments: number;
}

export class ImportedBeforeView {
  @ApiProperty({
    type: 'integer',
    description:
      'The number of imported comments that `POST /users/me/imported` transfers to the account.',
  })
  comments: number;
}
