import { ApiProperty } from '@nestjs/swagger';
import { OrNull } from '../../input/or-null.js';
import { IntegerField } from '../../input/fields.js';

/** Upvote, no vote, downvote. */
export type VoteValue = 1 | 0 | -1;

export class VoteDto {
  @IntegerField({ min: -1, max: 1 }, { description: '1: upvote; -1: downvote; 0: no vote.' })
  value: VoteValue;
}

/** A vote, and the counts of its comment including it. */
export class VoteView {
  @ApiProperty({ format: 'uuid', description: 'The id of the comment.' })
  id: string;

  @ApiProperty({ type: 'integer', enum: [1, 0, -1] })
  value: VoteValue;

  @OrNull('integer', 'Null while the score is hidden.')
  score: number | null;

  @OrNull('integer')
  upvotes: number | null;

  @OrNull('integer')
  downvotes: number | null;
}
