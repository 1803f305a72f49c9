import { ApiProperty } from '@nestjs/swagger';
import { ConfirmedDto } from '../auth/identity/auth.dto.js';
import { ChoiceField } from '../input/fields.js';
import { HeldBackView } from '../moderation/evidence/evidence.dto.js';

const HANDLINGS = ['anonymise', 'remove'] as const;

/** Whether the public comments of an erased user are kept or deleted. */
export type CommentsHandling = (typeof HANDLINGS)[number];

export class EraseMeDto extends ConfirmedDto {
  @ChoiceField(HANDLINGS, {
    description:
      '"anonymise": public comments stay without an author. "remove": they are deleted, too. Held and removed comments are deleted in both cases.',
  })
  comments: CommentsHandling;
}

/** A requested erasure. */
export class ErasureView {
  @ApiProperty({ type: 'string', enum: [...HANDLINGS] })
  comments: CommentsHandling;

  @ApiProperty({ type: 'string', format: 'date-time' })
  askedAt: string;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    description: 'When the erasure starts. Until then the holder can sign in and cancel it.',
  })
  dueAt: string;

  @ApiProperty({
    type: [HeldBackView],
    description:
      'The texts that are held for a time as evidence of decisions, and why. At most 100, the earliest end first. Your exported data contains all.',
  })
  heldBack: HeldBackView[];
}
