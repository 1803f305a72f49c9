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
      '`log`, the default: the entries of the log. `transparency`: restrictions only, in the field names of the EU’s transparency database, without texts and names.',
  })
  form?: ExportForm;

  @InstantField({ optional: true, description: 'Decisions at or after this time.' })
  since?: string;
}

export class DecisionListView extends PageOf(DecisionView, 'Newest first.') {}

/** A decision in its public form. */
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
  'Newest first, without those of the last minute.',
) {}
