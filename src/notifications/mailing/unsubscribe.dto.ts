import { ApiProperty } from '@nestjs/swagger';
import { CheckedField } from '../../input/fields.js';
import { MAILED_KINDS, type MailedKind } from '../bell/notification-kinds.js';

/** Longer than any token of the service. */
const MAX_TOKEN = 300;

export class UnsubscribeDto {
  @CheckedField(
    (token) => (token.length <= MAX_TOKEN ? null : { detail: 'The token is too long.' }),
    { optional: true, description: 'The value of `token=` in the link of the mail.' },
  )
  token?: string;
}

export class UnsubscribedView {
  @ApiProperty({
    enum: [...MAILED_KINDS],
    isArray: true,
    description: 'The kinds that are no longer mailed.',
  })
  kinds: MailedKind[];

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The unsubscribed post, if the link was for one.',
  })
  postId: string | null;
}
