import { ApiProperty, OmitType } from '@nestjs/swagger';
import { OrNull } from '../../input/or-null.js';
import { MeView, UserView } from '../../users/accounts/users.dto.js';
import {
  type Action,
  ACTIONS,
  LED_BY,
  type LedBy,
  type Subject,
  SUBJECTS,
  type Tie,
  TIES,
} from './decision-actions.js';
import { type Reason, REASONS } from '../../comments/shape/reason-codes.js';

/** That what a decision was about is held back from an erasure. */
export class HeldEvidenceView {
  @ApiProperty({ format: 'date-time' })
  until: string;

  @ApiProperty({ description: 'Why, for the person it concerns.' })
  reason: string;
}

/** One entry of the log. */
export class DecisionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: [...SUBJECTS] })
  subject: Subject;

  @OrNull('uuid')
  commentId: string | null;

  @OrNull('uuid')
  postId: string | null;

  @OrNull('uuid', 'Whom it concerns: the account, or the author of the comment.')
  userId: string | null;

  @ApiProperty({
    type: UserView,
    nullable: true,
    description: 'Null when the account is gone, and when reports held a comment (`hold`).',
  })
  moderator: UserView | null;

  @ApiProperty({ enum: ACTIONS })
  action: Action;

  @ApiProperty({ type: String, enum: [...REASONS], nullable: true })
  reason: Reason | null;

  @OrNull('string')
  rule: string | null;

  @OrNull('string', 'For moderators.')
  note: string | null;

  @OrNull('string', 'For the person it concerns.')
  text: string | null;

  @OrNull('date-time', 'When a suspension ends.')
  until: string | null;

  @ApiProperty({ enum: [...LED_BY], description: 'What drew attention to it.' })
  ledBy: LedBy;

  @ApiProperty({
    enum: [...TIES],
    isArray: true,
    description: 'What tied the moderator to the comment, where nobody else could decide.',
  })
  ties: Tie[];

  @OrNull('uuid', 'Of `undo`: the decision that it takes back.')
  undoes: string | null;

  @ApiProperty({ description: 'Whether it was taken back since.' })
  undone: boolean;

  @ApiProperty({
    type: HeldEvidenceView,
    nullable: true,
    description: 'What of it an erasure does not take: until when, and why.',
  })
  evidence: HeldEvidenceView | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

/** An account with what it has lost. */
export class JudgedUserView extends OmitType(MeView, [
  'bio',
  'createdAt',
  'email',
  'emailVerified',
  'emailUndeliverable',
  'language',
]) {
  @ApiProperty({ type: 'integer', description: 'For decisions on it.' })
  version: number;
}
