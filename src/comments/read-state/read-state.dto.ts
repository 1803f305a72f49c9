import { ApiProperty } from '@nestjs/swagger';
import { OrNull } from '../../input/or-null.js';
import { ChoiceField, IntegerField } from '../../input/fields.js';
import { SingleCommentView } from '../shape/comments.dto.js';

export class SetReadingDto {
  @IntegerField(
    { min: 0, max: Number.MAX_SAFE_INTEGER },
    { description: 'The seq of the last event that the reader has seen.' },
  )
  lastSeenSeq: number;
}

export class ReadingView {
  @ApiProperty({ type: 'integer' })
  lastSeenSeq: number;
}

/** The notification level of a post: every comment, replies and mentions, or nothing. */
const SUBSCRIPTION_LEVELS = ['all', 'replies', 'none'] as const;
export type SubscriptionLevel = (typeof SUBSCRIPTION_LEVELS)[number];

export class SubscribeToPostDto {
  @ChoiceField(SUBSCRIPTION_LEVELS, {
    description:
      '`all`: every comment. `replies`: replies to you and mentions; the default. `none`: neither.',
  })
  level: SubscriptionLevel;
}

export class SubscriptionView {
  @ApiProperty({ enum: [...SUBSCRIPTION_LEVELS] })
  level: SubscriptionLevel;
}

export class OwnVoteView {
  @ApiProperty({ format: 'uuid' })
  commentId: string;

  @ApiProperty({ enum: [1, -1] })
  value: 1 | -1;
}

class PermissionsView {
  @ApiProperty({
    description:
      'Whether the viewer may comment here, as far as is known before the text is screened.',
  })
  comment: boolean;

  @ApiProperty()
  vote: boolean;

  @ApiProperty()
  moderate: boolean;
}

export class OwnRemovedView extends SingleCommentView {
  @ApiProperty({
    description:
      'The statement of reasons. In its first minute, the canned text of the site for the reason.',
  })
  explanation: string;
}

export class OwnCreditView {
  @ApiProperty({ format: 'uuid' })
  commentId: string;

  @ApiProperty({ format: 'uuid' })
  updateId: string;

  @ApiProperty({ format: 'date-time', description: 'When the update was published.' })
  at: string;
}

class SlowModeView {
  @ApiProperty({
    type: 'integer',
    description: 'Slow mode: seconds between two comments of one account; 0: off.',
  })
  seconds: number;

  @OrNull('date-time', 'When the viewer may comment here again; null: now.')
  until: string | null;
}

/** The part of a post that depends on the viewer; guests get empty lists. */
export class PostViewerView extends ReadingView {
  @ApiProperty({ type: [OwnVoteView], description: 'The newest 1,000.' })
  votes: OwnVoteView[];

  @ApiProperty({
    type: [SingleCommentView],
    description: "The viewer's held comments; `hold` says why. The newest 100, or 512 KiB of text.",
  })
  held: SingleCommentView[];

  @ApiProperty({
    type: [OwnRemovedView],
    description:
      "The viewer's comments that moderation removed, with their text. The newest 100, or 512 KiB of text.",
  })
  removed: OwnRemovedView[];

  @ApiProperty({
    type: [OwnCreditView],
    description: "The viewer's comments that led to an update of the post. The newest 100.",
  })
  credits: OwnCreditView[];

  @ApiProperty({
    enum: [...SUBSCRIPTION_LEVELS, null],
    nullable: true,
    description: 'The notification level of the post; null for guests.',
  })
  subscription: SubscriptionLevel | null;

  @ApiProperty({ type: SlowModeView })
  slowMode: SlowModeView;

  @ApiProperty({ type: PermissionsView })
  permissions: PermissionsView;
}
