import { CheckedField } from '../../input/fields.js';

export class AcceptTermsDto {
  @CheckedField(() => null, { description: 'The version to accept.' })
  version: string;
}
