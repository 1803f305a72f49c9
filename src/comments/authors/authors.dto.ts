import { ApiProperty } from '@nestjs/swagger';
import { CheckedField } from '../../input/fields.js';

export class TakeOverGuestDto {
  @CheckedField(() => null, { description: 'The access token of the session of the guest.' })
  token: string;
}

export class TakenOverView {
  @ApiProperty({ type: 'integer', description: 'The comments that the account has now besides.' })
  comments: number;
}

export class ImportedBeforeView {
  @ApiProperty({
    type: 'integer',
    description: 'Imported comments that `POST /users/me/imported` gives to the account.',
  })
  comments: number;
}
