import { ApiProperty } from '@nestjs/swagger';
import { OrNull } from '../../input/or-null.js';
import { ChoiceField, TextField } from '../../input/fields.js';
import { PageOf } from '../../input/paging.js';
import { type Reason, REASONS } from '../../comments/shape/reason-codes.js';

const FLAG_STATES = ['open', 'agreed', 'disagreed', 'gone'] as const;
type FlagState = (typeof FLAG_STATES)[number];

const FLAGGED_FIELDS = ['name', 'bio'] as const;
type FlaggedField = (typeof FLAGGED_FIELDS)[number];

export class FlagCommentDto {
  @ChoiceField(REASONS)
  reason: Reason;

  @TextField(
    { maxGraphemes: 1_000, multiline: true },
    { optional: true, nullable: true, description: 'An explanation for the moderators.' },
  )
  detail?: string | null;
}

export class FlagUserDto extends FlagCommentDto {
  @ChoiceField(FLAGGED_FIELDS, { description: '`name` is the display name and the user name.' })
  field: FlaggedField;
}

/** The fields of every view of a report. */
export class ReportView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: [...REASONS] })
  reason: Reason;

  @OrNull('string')
  detail: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

/** A report of a comment in the form for its reporter. */
export class FlagView extends ReportView {
  @ApiProperty({ format: 'uuid' })
  commentId: string;

  @ApiProperty({
    enum: [...FLAG_STATES],
    description: '`open` until a moderator decides; `gone` if the author deletes the comment.',
  })
  state: FlagState;
}

/** A report of a name or bio in the form for its reporter. */
export class UserFlagView extends ReportView {
  @ApiProperty()
  username: string;

  @ApiProperty({ enum: [...FLAGGED_FIELDS] })
  field: FlaggedField;

  @ApiProperty({ enum: [...FLAG_STATES] })
  state: FlagState;
}

/** A report in the list of its reporter, with its outcome. It does not reveal who decided. */
export class MyFlagView extends ReportView {
  @ApiProperty({ enum: ['comment', 'user'] })
  subject: 'comment' | 'user';

  @OrNull('uuid')
  commentId: string | null;

  @OrNull('string', 'The account whose name or bio was reported.')
  username: string | null;

  @ApiProperty({ type: String, enum: [...FLAGGED_FIELDS], nullable: true })
  field: FlaggedField | null;

  @ApiProperty({
    enum: [...FLAG_STATES],
    description:
      '`open`; `agreed` or `disagreed` by the decision of moderation; `gone` if the subject no longer exists.',
  })
  state: FlagState;

  @OrNull('date-time')
  resolvedAt: string | null;
}

export class MyFlagListView extends PageOf(MyFlagView, 'Newest first.') {}
