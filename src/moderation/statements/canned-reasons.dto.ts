import { ApiProperty } from '@nestjs/swagger';
import { OrNull } from '../../input/or-null.js';
import { ChoiceField, TextField } from '../../input/fields.js';
import { PageOf } from '../../input/paging.js';
import { type Reason, REASONS } from '../../comments/shape/reason-codes.js';
import { type Language, LANGUAGES } from '../../text/plain/languages.js';

export class ChangeCannedReasonDto {
  @ChoiceField(REASONS)
  reason: Reason;

  @ChoiceField(LANGUAGES)
  language: Language;

  @TextField(
    { minGraphemes: 1, maxGraphemes: 1_000, multiline: true },
    { description: 'One or two sentences to the affected user.' },
  )
  text: string;
}

export class CannedReasonView {
  @ApiProperty({ enum: [...REASONS] })
  reason: Reason;

  @ApiProperty({ enum: [...LANGUAGES] })
  language: Language;

  @ApiProperty()
  text: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}

export class CannedReasonListView extends PageOf(
  CannedReasonView,
  'Every reason in every language.',
) {
  @OrNull('string', 'Always null: the list is complete.')
  declare nextCursor: null;
}
