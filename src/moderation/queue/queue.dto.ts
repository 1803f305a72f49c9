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
    description: 'Default: all kinds except `new`.',
  })
  kind?: QueueKind;

  @ChoiceField(QUEUE_SORTS, {
    optional: true,
    description: '`age`, the default: oldest first. `score`: highest report weight first.',
  })
  sort?: QueueSort;

  @UuidField({
    optional: true,
    description: 'Filter: the post. Only with the sort `age`, and without the kind `new`.',
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

/** A reported name, with the profile of its owner. */
class QueueUserView extends OmitType(ProfileView, ['createdAt']) {}

class QueueFlagView extends ReportView {
  @ApiProperty({ type: UserView })
  by: UserView;

  @OrNull('integer', 'The reported version of the comment.')
  version: number | null;

  @ApiProperty({
    type: String,
    enum: ['name', 'bio'],
    nullable: true,
    description: 'The reported field of an account.',
  })
  field: 'name' | 'bio' | null;

  @OrNull('string', 'The reported name or bio.')
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

/** The activity below one top-level comment within the window. */
export class SurgeCountsView {
  @ApiProperty({
    type: 'integer',
    description: 'The comments of the last ten minutes below this comment.',
  })
  comments: number;

  @ApiProperty({ type: 'integer', description: 'Those by accounts that are at most a week old.' })
  newComments: number;

  @ApiProperty({ type: 'integer' })
  votes: number;

  @ApiProperty({ type: 'integer' })
  newVotes: number;

  @ApiProperty({ type: 'integer', description: 'The number of these new accounts.' })
  newAccounts: number;
}

export class ClaimView {
  @ApiProperty({ type: UserView })
  by: UserView;

  @ApiProperty({ format: 'date-time' })
  claimedAt: string;

  @ApiProperty({ format: 'date-time', description: 'Ten minutes after the last renewal.' })
  endsAt: string;
}

class EscalationView {
  @ApiProperty({ type: UserView, nullable: true })
  by: UserView | null;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

/** An item of the queue, with the data that a decision needs. */
export class QueueItemView {
  @ApiProperty({ format: 'uuid', description: 'The id of the comment or of the account.' })
  id: string;

  @ApiProperty({ enum: ['comment', 'user'] })
  subject: 'comment' | 'user';

  @ApiProperty({
    enum: [...QUEUE_KINDS],
    description:
      'The first that applies of `escalated`, `held`, `reported`, `new`. The reasons for the others are shown, too.',
  })
  kind: QueueKind;

  @ApiProperty({ description: 'The total weight of its open reports and notices.' })
  score: number;

  @ApiProperty({ type: SingleCommentView, nullable: true })
  comment: SingleCommentView | null;

  @ApiProperty({ type: QueuePostView, nullable: true })
  post: QueuePostView | null;

  @ApiProperty({ type: QueueUserView, nullable: true })
  user: QueueUserView | null;

  @ApiProperty({ type: [QueueFlagView], description: 'The 20 oldest open reports.' })
  flags: QueueFlagView[];

  @ApiProperty({ type: 'integer', description: 'The number of all open ones.' })
  flagCount: number;

  @ApiProperty({
    type: [FlaggedTextView],
    description: 'The last five reported texts that were edited since.',
  })
  flaggedTexts: FlaggedTextView[];

  @ApiProperty({ description: 'Whether a report or a notice claims that it is illegal.' })
  illegal: boolean;

  @ApiProperty({ type: [QueueNoticeView], description: 'The five oldest open notices.' })
  notices: QueueNoticeView[];

  @ApiProperty({ type: 'integer', description: 'The number of all open ones.' })
  noticeCount: number;

  @ApiProperty({ type: SurgeCountsView, nullable: true })
  surge: SurgeCountsView | null;

  @ApiProperty({ type: ClaimView, nullable: true })
  claim: ClaimView | null;

  @ApiProperty({ type: EscalationView, nullable: true })
  escalation: EscalationView | null;

  @ApiProperty({
    type: 'integer',
    description: 'The number of notes of moderators, see `/moderation/comments/{id}/notes`.',
  })
  noteCount: number;

  @ApiProperty({
    format: 'date-time',
    description: 'When it was reported or held; for a `new` item, when it was written.',
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
    description: 'The number of items of each kind, at most 1000.',
  })
  counts: QueueCountsView;
}
