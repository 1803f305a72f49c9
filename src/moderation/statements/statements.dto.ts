import { ApiProperty, PickType } from '@nestjs/swagger';
import { OrNull } from '../../input/or-null.js';
import { PageOf } from '../../input/paging.js';
import { DecisionView } from '../terms/decision-view.dto.js';
import { type Language, LANGUAGES } from '../../text/plain/languages.js';

/** A decision in the form for the affected user: with the reason, and without the moderator. */
export class OwnDecisionView extends PickType(DecisionView, [
  'id',
  'subject',
  'action',
  'reason',
  'rule',
  'commentId',
  'postId',
  'until',
  'undone',
  'evidence',
  'createdAt',
]) {
  @ApiProperty({ enum: [...LANGUAGES] })
  language: Language;

  @ApiProperty({ description: 'The statement of reasons.' })
  text: string;

  @ApiProperty({ enum: ['Moderation'] })
  by: 'Moderation';

  @OrNull('uuid')
  undoes: string | null;
}

export class OwnDecisionListView extends PageOf(OwnDecisionView, 'Newest first.') {}
