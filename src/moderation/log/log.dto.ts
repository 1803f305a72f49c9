import { ApiProperty, PickType } from '@nestjs/swagger';
import { ChoiceField, InstantField } from '../../input/fields.js';
import { PageOf } from '../../input/paging.js';
import { DecisionView } from '../terms/decision-view.dto.js';

const EXPORT_FORMS = ['log', 'transparency'] as const;
type ExportForm = (typeof EXPORT_FORMS)[number];

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

export class DecisionListView extends PageOf(DecisionView, 'The newest first.') {}

/** A decision as everybody may read it. */
export class PublicDecisionView extends PickType(DecisionView, [
  'action',
  'subject',
  'reason',
  'rule',
  'undone',
]) {
  @ApiProperty({ enum: ['Moderation'] })
  by: 'Moderation';

  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class PublicDecisionListView extends PageOf(
  PublicDecisionView,
  'The newest first, but none of the last minute.',
) {}
