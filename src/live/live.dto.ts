import { CheckedField, IntegerField } from '../input/fields.js';

/** Longer than any token or id of the service, shorter than a frame. */
const MAX_TOKEN_LENGTH = 8_192;
const MAX_NAME_LENGTH = 200;

const atMost = (length: number) => (value: string) =>
  value.length <= length ? null : { detail: `This is at most ${length} characters long.` };

export class UnsubscribeDto {
  /** A string that is no id is treated as an unknown post, not as a malformed field. */
  @CheckedField(atMost(MAX_NAME_LENGTH))
  postId: string;
}

export class SubscribeDto extends UnsubscribeDto {
  /** The last seq that the client has; without it events start from now. */
  @IntegerField({ min: 0, max: Number.MAX_SAFE_INTEGER }, { optional: true })
  after?: number;

  /** The epoch that `after` belongs to. */
  @CheckedField(atMost(MAX_NAME_LENGTH), { optional: true })
  epoch?: string;
}

export class AuthenticateDto {
  @CheckedField(atMost(MAX_TOKEN_LENGTH))
  token: string;
}
