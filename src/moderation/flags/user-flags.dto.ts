import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, CursorQuery, IntegerQuery, TextField } from '../../input/fields.js';
import { FLAG_STATES, type FlagState } from './flags.dto.js';
import { type Reason, REASONS } from '../../comments/shape/reasons.js';

const FLAGGED_FIELDS = ['name', 'bio'] as const;
export type FlaggedField = (typeof FLAGGED_FIELDS)[number];

export class FlagUserDto {
  @ChoiceField(REASONS)
  reason: Reason;

  @ChoiceField(FLAGGED_FIELDS, { description: '`name` is the display name and the user name.' })
  field: FlaggedField;

  @TextField(
    { maxGraphemes: 1_000, multiline: true },
    { optional: true, nullable: true, description: 'For moderators, in your own words.' },
  )
  detail?: string | null;
}

/** A report of a name or bio as its reporter gets it back. */
export class UserFlagView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  username: string;

  @ApiProperty({ enum: [...FLAGGED_FIELDS] })
  field: FlaggedField;

  @ApiProperty({ enum: [...REASONS] })
  reason: Reason;

  @ApiProperty({ type: String, nullable: true })
  detail: string | null;

  @ApiProperty({ enum: [...FLAG_STATES] })
  state: FlagState;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class MyFlagsQuery {
  @IntegerQuery({ min: 1, max: 100 }, { description: '20 when left out.' })
  limit?: number;

  @CursorQuery()
  cursor?: string;
}

/** One's own report, and what became of it; never who decided. */
export class MyFlagView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['comment', 'user'] })
  subject: 'comment' | 'user';

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  commentId: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Whose name or bio it is about.' })
  username: string | null;

  @ApiProperty({ type: String, enum: [...FLAGGED_FIELDS], nullable: true })
  field: FlaggedField | null;

  @ApiProperty({ enum: [...REASONS] })
  reason: Reason;

  @ApiProperty({ type: String, nullable: true })
  detail: string | null;

  @ApiProperty({
    enum: [...FLAG_STATES],
    description:
      '`open`; `agreed` or `disagreed` as moderation decided; `gone` when it is no longer there.',
  })
  state: FlagState;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  resolvedAt: string | null;
}

export class MyFlagListView {
  @ApiProperty({ type: [MyFlagView], description: 'The newest first.' })
  items: MyFlagView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
