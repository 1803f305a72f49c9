import { ApiProperty } from '@nestjs/swagger';
import { MARK_ACTIONS } from '../comments/comment-marks.js';
import { SingleCommentView } from '../comments/comments.dto.js';
import {
  ChoiceField,
  CursorQuery,
  IntegerField,
  IntegerQuery,
  TextField,
} from '../input/fields.js';
import { PostView } from '../posts/posts.dto.js';
import { UserView } from '../users/users.dto.js';
import type { Standing } from '../users/viewer.js';
import { TIES, type Tie } from './conflict-of-interest.js';
import { type Reason, REASONS } from './reasons.js';

export const STATUS_ACTIONS = ['approve', 'remove', 'restore'] as const;
export type StatusAction = (typeof STATUS_ACTIONS)[number];
export const COMMENT_ACTIONS = [...STATUS_ACTIONS, ...MARK_ACTIONS] as const;
export type CommentAction = (typeof COMMENT_ACTIONS)[number];
export const POST_ACTIONS = ['lock', 'unlock'] as const;
export type PostAction = (typeof POST_ACTIONS)[number];
export const USER_ACTIONS = ['ban', 'reinstate'] as const;
export type UserAction = (typeof USER_ACTIONS)[number];

/** What is decided elsewhere, and stands in the same log. */
export const QUEUE_ACTIONS = ['dismiss', 'hold'] as const;
export type QueueAction = (typeof QUEUE_ACTIONS)[number];

/** Everything that the log has. */
const ACTIONS = [
  ...new Set([...COMMENT_ACTIONS, ...POST_ACTIONS, ...USER_ACTIONS, ...QUEUE_ACTIONS]),
];

export const SUBJECTS = ['comment', 'post', 'user'] as const;
export type Subject = (typeof SUBJECTS)[number];

class GroundsDto {
  @ChoiceField(REASONS, {
    optional: true,
    nullable: true,
    description: 'Required to remove and to ban.',
  })
  reason?: Reason | null;

  @TextField(
    { maxGraphemes: 2_000, multiline: true },
    { optional: true, nullable: true, description: 'For the log; moderators read it.' },
  )
  note?: string | null;
}

export class DecideCommentDto extends GroundsDto {
  @ChoiceField(COMMENT_ACTIONS)
  action: CommentAction;

  @IntegerField(
    { min: 1, max: 2_147_483_647 },
    { description: 'Of the comment as the moderator saw it.' },
  )
  version: number;
}

export class DecidePostDto extends GroundsDto {
  @ChoiceField(POST_ACTIONS)
  action: PostAction;
}

export class DecideUserDto extends GroundsDto {
  @ChoiceField(USER_ACTIONS)
  action: UserAction;
}

export class LogQuery {
  @IntegerQuery({ min: 1, max: 100 }, { description: '20 when left out.' })
  limit?: number;

  @CursorQuery()
  cursor?: string;
}

export class DecisionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: [...SUBJECTS] })
  subject: Subject;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  commentId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  postId: string | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Whom it concerns: the account, or the author of the comment.',
  })
  userId: string | null;

  @ApiProperty({
    type: UserView,
    nullable: true,
    description: 'Null when the account is gone, and when reports held a comment (`hold`).',
  })
  moderator: UserView | null;

  @ApiProperty({ enum: ACTIONS })
  action: CommentAction | PostAction | UserAction | QueueAction;

  @ApiProperty({ type: String, enum: [...REASONS], nullable: true })
  reason: Reason | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({
    enum: [...TIES],
    isArray: true,
    description: 'What tied the moderator to the comment, where nobody else could decide.',
  })
  ties: Tie[];

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class DecisionListView {
  @ApiProperty({ type: [DecisionView], description: 'The newest first.' })
  items: DecisionView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class CommentDecisionView {
  @ApiProperty({ type: DecisionView })
  decision: DecisionView;

  @ApiProperty({ type: SingleCommentView, description: 'As moderators see it now.' })
  comment: SingleCommentView;
}

export class PostDecisionView {
  @ApiProperty({ type: DecisionView })
  decision: DecisionView;

  @ApiProperty({ type: PostView })
  post: PostView;
}

/** An account with what it has lost. */
class JudgedUserView extends UserView {
  @ApiProperty({ enum: ['active', 'premoderated', 'suspended', 'banned'] })
  standing: Standing;
}

export class UserDecisionView {
  @ApiProperty({ type: DecisionView })
  decision: DecisionView;

  @ApiProperty({ type: JudgedUserView })
  user: JudgedUserView;
}
