import { ApiProperty } from '@nestjs/swagger';
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

  @ApiProperty({ type: 'integer', nullable: true, description: 'Null while scores are hidden.' })
  score: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  upvotes: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  downvotes: number | null;
}
