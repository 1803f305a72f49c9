import { ApiProperty } from '@nestjs/swagger';
import { CursorQuery, IntegerQuery } from '../../input/fields.js';
import { type Action, ACTIONS, type Subject, SUBJECTS } from '../terms/decision-actions.js';
import { type Reason, REASONS } from '../../comments/shape/reasons.js';
import { type Language, LANGUAGES } from './statement-text.js';

export class OwnDecisionsQuery {
  @IntegerQuery({ min: 1, max: 100 }, { description: '20 when left out.' })
  limit?: number;

  @CursorQuery()
  cursor?: string;
}

/** A decision as the person it concerns reads it: why, and never by whom. */
export class OwnDecisionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: [...SUBJECTS] })
  subject: Subject;

  @ApiProperty({ enum: ACTIONS })
  action: Action;

  @ApiProperty({ type: String, enum: [...REASONS], nullable: true })
  reason: Reason | null;

  @ApiProperty({ type: String, nullable: true })
  rule: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  commentId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  postId: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When a suspension ends.',
  })
  until: string | null;

  @ApiProperty({ enum: [...LANGUAGES] })
  language: Language;

  @ApiProperty({ description: 'The statement of reasons.' })
  text: string;

  @ApiProperty({ enum: ['Moderation'] })
  by: 'Moderation';

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  undoes: string | null;

  @ApiProperty({ description: 'Whether it was taken back since.' })
  undone: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class OwnDecisionListView {
  @ApiProperty({ type: [OwnDecisionView], description: 'The newest first.' })
  items: OwnDecisionView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
