import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, CursorQuery, InstantField, IntegerQuery } from '../../input/fields.js';
import { type Action, ACTIONS, type Subject, SUBJECTS } from '../terms/decision-actions.js';
import { DecisionView } from './decision-view.dto.js';
import { type Reason, REASONS } from '../../comments/shape/reasons.js';

export class LogQuery {
  @IntegerQuery({ min: 1, max: 100 }, { description: '20 when left out.' })
  limit?: number;

  @CursorQuery()
  cursor?: string;
}

const EXPORT_FORMS = ['log', 'transparency'] as const;
export type ExportForm = (typeof EXPORT_FORMS)[number];

export class ExportQuery {
  @ChoiceField(EXPORT_FORMS, {
    optional: true,
    description:
      '`log` when left out: as the log has it. `transparency`: what restricts somebody, in the field names of the EU’s transparency database, without words and names.',
  })
  form?: ExportForm;

  @InstantField({ optional: true, description: 'Decisions from then on.' })
  since?: string;
}

export class DecisionListView {
  @ApiProperty({ type: [DecisionView], description: 'The newest first.' })
  items: DecisionView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

/** A decision as everybody may read it. */
export class PublicDecisionView {
  @ApiProperty({ enum: ACTIONS })
  action: Action;

  @ApiProperty({ enum: [...SUBJECTS] })
  subject: Subject;

  @ApiProperty({ type: String, enum: [...REASONS], nullable: true })
  reason: Reason | null;

  @ApiProperty({ type: String, nullable: true })
  rule: string | null;

  @ApiProperty({ enum: ['Moderation'] })
  by: 'Moderation';

  @ApiProperty({ description: 'Whether it was taken back since.' })
  undone: boolean;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class PublicDecisionListView {
  @ApiProperty({
    type: [PublicDecisionView],
    description: 'The newest first, but none of the last minute.',
  })
  items: PublicDecisionView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
