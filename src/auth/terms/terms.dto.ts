import { CheckedField } from '../../input/fields.js';

export class AcceptTermsDto {
  @CheckedField(() => null, { description: 'The version that the account has read.' })
  version: string;
}
