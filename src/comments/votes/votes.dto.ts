import { ApiProperty } from '@nestjs/swagger';
import { OrNull } from '../../input/or-null.js';
import { IntegerField } from '../../input/fields.js';

/** For, none, against. */
export type VoteValue = 1 | 0 | -1;

export class VoteDto {
  @IntegerField({ min: -1, max: 1 }, { description: '1 for, -1 against, 0 takes the vote back.' })
  value: VoteValue;
}

/** A vote, and the counts of its comment with it. */
export class VoteView {
  @ApiProperty({ format: 'uuid', description: 'Of the comment.' })
  id: string;

  @ApiProperty({ type: 'integer', enum: [1, 0, -1] })
  value: VoteValue;

  @OrNull('integer', 'Null while scores are hidden.')
  score: number | null;

  @OrNull('integer')
  upvotes: number | null;

  @OrNull('integer')
  downvotes: number | null;
}
