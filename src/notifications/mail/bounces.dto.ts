import { ApiProperty } from '@nestjs/swagger';
import { CheckedField, ChoiceField, ObjectsField } from '../../input/fields.js';

const MOST = 100;
const KINDS = ['permanent', 'temporary', 'complaint'] as const;
const MAX_ADDRESS = 320;

const AddressField = (description: string): PropertyDecorator =>
  CheckedField(
    (address) => (address.length <= MAX_ADDRESS ? null : { detail: 'No address is so long.' }),
    { optional: true, description },
  );

export class BounceDto {
  @AddressField('The signed return address (envelope sender) that the bounce came back to.')
  returnAddress?: string;

  @AddressField('The address that takes no mail, where the return address is not known.')
  address?: string;

  @ChoiceField(KINDS, {
    description:
      'Whether mail will never arrive, did not arrive this time, or was reported as unwanted.',
  })
  kind: (typeof KINDS)[number];
}

export class BouncesDto {
  @ObjectsField(() => BounceDto, MOST)
  bounces: BounceDto[];
}

export class BouncesView {
  @ApiProperty({ type: 'integer', description: 'Addresses to which no mail is sent any more.' })
  stopped: number;
}
