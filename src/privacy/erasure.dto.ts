import { ApiProperty } from '@nestjs/swagger';
import { ConfirmedDto } from '../auth/identity/auth.dto.js';
import { ChoiceField } from '../input/fields.js';
import { HeldBackView } from '../moderation/evidence/evidence.dto.js';

const FATES = ['anonymise', 'remove'] as const;

/** What becomes of the comments of somebody who is erased. */
export type CommentsFate = (typeof FATES)[number];

export class EraseMeDto extends ConfirmedDto {
  @ChoiceField(FATES, {
    description:
      '"anonymise" leaves what everybody reads, without an author; "remove" deletes it, too. What is held or removed goes in any case.',
  })
  comments: CommentsFate;
}

/** An erasure that was asked for. */
export class ErasureView {
  @ApiProperty({ type: 'string', enum: [...FATES] })
  comments: CommentsFate;

  @ApiProperty({ type: 'string', format: 'date-time' })
  askedAt: string;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    description: 'When it begins. Until then its holder may sign in and keep the account.',
  })
  dueAt: string;

  @ApiProperty({
    type: [HeldBackView],
    description:
      'What stays for a time as evidence of decisions, and why; at most 100, what ends first comes first. Your exported data has all.',
  })
  heldBack: HeldBackView[];
}
