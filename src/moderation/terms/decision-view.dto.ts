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

/** A hold on the evidence of a decision. */
export class HeldEvidenceView {
  @ApiProperty({ format: 'date-time' })
  until: string;

  @ApiProperty({ description: 'The reason, for the affected user.' })
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

  @OrNull('uuid', 'The affected account, or the author of the comment.')
  userId: string | null;

  @ApiProperty({
    type: UserView,
    nullable: true,
    description: 'Null if the account was deleted, and if reports held a comment (`hold`).',
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

  @OrNull('string', 'For the affected user.')
  text: string | null;

  @OrNull('date-time', 'When a suspension ends.')
  until: string | null;

  @ApiProperty({ enum: [...LED_BY], description: 'What caused the decision.' })
  ledBy: LedBy;

  @ApiProperty({
    enum: [...TIES],
    isArray: true,
    description: 'The conflicts of interest of the moderator, if nobody else could decide.',
  })
  ties: Tie[];

  @OrNull('uuid', 'For `undo`: the decision that is undone.')
  undoes: string | null;

  @ApiProperty({ description: 'Whether it was undone.' })
  undone: boolean;

  @ApiProperty({
    type: HeldEvidenceView,
    nullable: true,
    description: 'The hold on its evidence: until when, and why.',
  })
  evidence: HeldEvidenceView | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

/** An account with its sanctions. */
export class JudgedUserView extends OmitType(MeView, [
  'bio',
  'createdAt',
  'email',
  'emailVerified',
  'emailUndeliverable',
  'language',
]) {
  @ApiProperty({ type: 'integer', description: 'The version for decisions on the account.' })
  version: number;
}
