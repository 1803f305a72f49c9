import { ApiProperty } from '@nestjs/swagger';
import { CheckedField, ChoiceField, ObjectsField } from '../../input/fields.js';

const MOST = 100;
const KINDS = ['permanent', 'temporary', 'complaint'] as const;
const MAX_ADDRESS = 320;

const AddressField = (description: string): PropertyDecorator =>
  CheckedField(
    (address) => (address.length <= MAX_ADDRESS ? null : { detail: 'The address is too long.' }),
    { optional: true, description },
  );

export class BounceDto {
  @AddressField('The signed return address (envelope sender) that received the bounce.')
  returnAddress?: string;

  @AddressField('The bounced address, if the return address is not known.')
  address?: string;

  @ChoiceField(KINDS, {
    description:
      'Whether the mail bounced permanently, bounced temporarily, or was reported as spam.',
  })
  kind: (typeof KINDS)[number];
}

export class BouncesDto {
  @ObjectsField(() => BounceDto, MOST)
  bounces: BounceDto[];
}

export class BouncesView {
  @ApiProperty({ type: 'integer', description: 'The number of addresses that get no more mail.' })
  stopped: number;
}
