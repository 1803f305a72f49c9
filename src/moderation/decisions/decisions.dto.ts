import { ApiProperty } from '@nestjs/swagger';
import { SingleCommentView } from '../../comments/shape/comments.dto.js';
import {
  CheckedField,
  NameField,
  ChoiceField,
  FlagField,
  InstantField,
  IntegerField,
  TextField,
} from '../../input/fields.js';
import { PostView } from '../../posts/shape/posts.dto.js';
import { findUsernameFault } from '../../text/names/names.js';
import {
  COMMENT_ACTIONS,
  type CommentAction,
  POST_ACTIONS,
  type PostAction,
  USER_ACTIONS,
  type UserAction,
} from '../terms/decision-actions.js';
import { BulkJobView } from '../bulk/bulk.dto.js';
import { DecisionView, JudgedUserView } from '../terms/decision-view.dto.js';
import { DecisionReasonDto, NoteDto } from '../terms/decision-reason.dto.js';

const VERSION = { min: 1, max: 2_147_483_647 };

export class DecideCommentDto extends DecisionReasonDto {
  @ChoiceField(COMMENT_ACTIONS)
  action: CommentAction;

  @IntegerField(VERSION, { description: 'The version of the comment that the moderator saw.' })
  version: number;
}

export class DecidePostDto extends DecisionReasonDto {
  @ChoiceField(POST_ACTIONS)
  action: PostAction;
}

export class MergePostDto extends NoteDto {
  @TextField(
    { minGraphemes: 1, maxGraphemes: 100, multiline: false },
    { description: 'The id or slug of the post that receives the comments, URLs and keys.' },
  )
  into: string;
}

export class MoveBranchDto extends NoteDto {
  @TextField(
    { minGraphemes: 1, maxGraphemes: 100, multiline: false },
    { description: 'The id or slug of the target post.' },
  )
  into: string;
}

export class DecideUserDto extends DecisionReasonDto {
  @ChoiceField(USER_ACTIONS)
  action: UserAction;

  @IntegerField(VERSION, {
    optional: true,
    description: 'The version of the account that the moderator saw. It is compared if given.',
  })
  version?: number;

  @InstantField({ optional: true, description: 'For `suspend`: when it ends.' })
  until?: string;

  @IntegerField(
    { min: 1, max: 365 },
    {
      optional: true,
      description: 'For `ban`: a job removes the comments of the last so many days.',
    },
  )
  removeDays?: number;

  @CheckedField(findUsernameFault, { optional: true, description: 'For `rename`.' })
  username?: string;

  @NameField({ optional: true, description: 'For `rename`.' })
  displayName?: string;

  @FlagField({ optional: true, description: 'For `rename`: whether to clear the bio.' })
  clearBio?: boolean;
}

export class DismissDto extends NoteDto {}

/** The field of the answer to every decision. */
class DecidedView {
  @ApiProperty({ type: DecisionView })
  decision: DecisionView;
}

export class DismissalView extends DecidedView {}

export class CommentDecisionView extends DecidedView {
  @ApiProperty({ type: SingleCommentView })
  comment: SingleCommentView;
}

export class PostDecisionView extends DecidedView {
  @ApiProperty({ type: PostView })
  post: PostView;
}

export class UserDecisionView extends DecidedView {
  @ApiProperty({ type: JudgedUserView })
  user: JudgedUserView;

  @ApiProperty({
    type: BulkJobView,
    nullable: true,
    description: 'The job that removes the comments of a banned account, if requested.',
  })
  removal: BulkJobView | null;
}

/** The subject of an undo in its restored state. */
export class UndoView extends DecidedView {
  @ApiProperty({ type: SingleCommentView, nullable: true })
  comment: SingleCommentView | null;

  @ApiProperty({ type: PostView, nullable: true })
  post: PostView | null;

  @ApiProperty({ type: JudgedUserView, nullable: true })
  user: JudgedUserView | null;
}

/** An account with the data that moderators need for a decision. */
export class CaseView {
  @ApiProperty({ type: JudgedUserView })
  user: JudgedUserView;

  @ApiProperty()
  bio: string;

  @ApiProperty({
    type: [DecisionView],
    description: 'The latest 50 decisions on the account and on its comments, including notes.',
  })
  decisions: DecisionView[];
}
