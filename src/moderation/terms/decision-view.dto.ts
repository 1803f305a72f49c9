import { ApiProperty, OmitType } from '@nestjs/swagger';
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

/** One entry of the log. */
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
  action: Action;

  @ApiProperty({ type: String, enum: [...REASONS], nullable: true })
  reason: Reason | null;

  @ApiProperty({ type: String, nullable: true })
  rule: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'For moderators.' })
  note: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'For the person it concerns.' })
  text: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When a suspension ends.',
  })
  until: string | null;

  @ApiProperty({ enum: [...LED_BY], description: 'What drew attention to it.' })
  ledBy: LedBy;

  @ApiProperty({
    enum: [...TIES],
    isArray: true,
    description: 'What tied the moderator to the comment, where nobody else could decide.',
  })
  ties: Tie[];

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Of `undo`: the decision that it takes back.',
  })
  undoes: string | null;

  @ApiProperty({ description: 'Whether it was taken back since.' })
  undone: boolean;

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
