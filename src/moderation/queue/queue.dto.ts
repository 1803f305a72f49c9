import { ApiProperty, OmitType } from '@nestjs/swagger';
import { OrNull } from '../../input/or-null.js';
import { SingleCommentView } from '../../comments/shape/comments.dto.js';
import { ChoiceField, UuidField } from '../../input/fields.js';
import { PageOf, PageQuery } from '../../input/paging.js';
import { ProfileView, UserView } from '../../users/accounts/users.dto.js';
import { QUEUE_KINDS, type QueueKind } from '../terms/queue-kinds.js';
import { ReportView } from '../flags/flags.dto.js';

const QUEUE_SORTS = ['score', 'age'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

export class QueueQuery extends PageQuery {
  @ChoiceField(QUEUE_KINDS, {
    optional: true,
    description: 'When left out, everything that waits: all but `new`.',
  })
  kind?: QueueKind;

  @ChoiceField(QUEUE_SORTS, {
    optional: true,
    description:
      '`age` when left out: what waits longest first. `score`: the weightiest reports first.',
  })
  sort?: QueueSort;

  @UuidField({
    optional: true,
    description: 'What waits in one discussion: by age, and nothing of the kind `new`.',
  })
  post?: string;
}

class QueuePostView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  slug: string;

  @ApiProperty()
  title: string;
}

/** A name that readers reported, with what its owner says of themselves. */
class QueueUserView extends OmitType(ProfileView, ['createdAt']) {}

class QueueFlagView extends ReportView {
  @ApiProperty({ type: UserView })
  by: UserView;

  @OrNull('integer', 'Of the comment that was reported.')
  version: number | null;

  @ApiProperty({
    type: String,
    enum: ['name', 'bio'],
    nullable: true,
    description: 'Of an account.',
  })
  field: 'name' | 'bio' | null;

  @OrNull('string', 'What the name or bio said.')
  text: string | null;
}

class FlaggedTextView {
  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty()
  body: string;
}

class QueueNoticeView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  reference: string;

  @ApiProperty()
  category: string;

  @ApiProperty()
  explanation: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

/** What came below one comment at the top of a thread within the window. */
export class SurgeCountsView {
  @ApiProperty({ type: 'integer', description: 'In the last ten minutes, below this comment.' })
  comments: number;

  @ApiProperty({ type: 'integer', description: 'Of them by accounts of the last week.' })
  newComments: number;

  @ApiProperty({ type: 'integer' })
  votes: number;

  @ApiProperty({ type: 'integer' })
  newVotes: number;

  @ApiProperty({ type: 'integer', description: 'Accounts of the last week behind them.' })
  newAccounts: number;
}

export class ClaimView {
  @ApiProperty({ type: UserView })
  by: UserView;

  @ApiProperty({ format: 'date-time' })
  claimedAt: string;

  @ApiProperty({ format: 'date-time', description: 'Ten minutes after it was last renewed.' })
  endsAt: string;
}

class EscalationView {
  @ApiProperty({ type: UserView, nullable: true })
  by: UserView | null;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

/** What waits for a moderator, with what is needed to decide. */
export class QueueItemView {
  @ApiProperty({ format: 'uuid', description: 'Of the comment, or of the account.' })
  id: string;

  @ApiProperty({ enum: ['comment', 'user'] })
  subject: 'comment' | 'user';

  @ApiProperty({
    enum: [...QUEUE_KINDS],
    description:
      'One: `escalated` before `held` before `reported` before `new`. The reasons of the others are shown all the same.',
  })
  kind: QueueKind;

  @ApiProperty({ description: 'What its open reports and notices weigh together.' })
  score: number;

  @ApiProperty({ type: SingleCommentView, nullable: true })
  comment: SingleCommentView | null;

  @ApiProperty({ type: QueuePostView, nullable: true })
  post: QueuePostView | null;

  @ApiProperty({ type: QueueUserView, nullable: true })
  user: QueueUserView | null;

  @ApiProperty({ type: [QueueFlagView], description: 'Open ones, the 20 oldest.' })
  flags: QueueFlagView[];

  @ApiProperty({ type: 'integer', description: 'All open ones.' })
  flagCount: number;

  @ApiProperty({
    type: [FlaggedTextView],
    description: 'What was reported and has been edited since, the last five.',
  })
  flaggedTexts: FlaggedTextView[];

  @ApiProperty({ description: 'Whether a reader or a notice says that it breaks the law.' })
  illegal: boolean;

  @ApiProperty({ type: [QueueNoticeView], description: 'Open ones, the five oldest.' })
  notices: QueueNoticeView[];

  @ApiProperty({ type: 'integer', description: 'All open ones.' })
  noticeCount: number;

  @ApiProperty({ type: SurgeCountsView, nullable: true })
  surge: SurgeCountsView | null;

  @ApiProperty({ type: ClaimView, nullable: true })
  claim: ClaimView | null;

  @ApiProperty({ type: EscalationView, nullable: true })
  escalation: EscalationView | null;

  @ApiProperty({
    type: 'integer',
    description: 'Of moderators, under `/moderation/comments/{id}/notes`.',
  })
  noteCount: number;

  @ApiProperty({
    format: 'date-time',
    description: 'Since when it waits: reported, held; of a `new` one, when it was written.',
  })
  since: string;
}

export class QueueCountsView {
  @ApiProperty({ type: 'integer' })
  new: number;

  @ApiProperty({ type: 'integer' })
  reported: number;

  @ApiProperty({ type: 'integer' })
  held: number;

  @ApiProperty({ type: 'integer' })
  escalated: number;
}

export class QueueView extends PageOf(QueueItemView) {
  @ApiProperty({
    type: QueueCountsView,
    description: 'How many of each kind; 1000 stands for that and more.',
  })
  counts: QueueCountsView;
}
