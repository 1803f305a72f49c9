import { ChoiceField, TextField } from '../../input/fields.js';
import { type Reason, REASONS } from '../../comments/shape/reason-codes.js';

export class NoteDto {
  @TextField(
    { maxGraphemes: 2_000, multiline: true },
    { optional: true, nullable: true, description: 'For the log; moderators read it.' },
  )
  note?: string | null;
}

/** Why something is decided, for the log and for the person it concerns. */
export class GroundsDto extends NoteDto {
  @ChoiceField(REASONS, {
    optional: true,
    nullable: true,
    description: 'Required by what takes something away: to remove, warn, ban and the like.',
  })
  reason?: Reason | null;

  @TextField(
    { minGraphemes: 1, maxGraphemes: 100, multiline: false },
    {
      optional: true,
      nullable: true,
      description: 'The rule of the house, as it calls it; everybody may read it.',
    },
  )
  rule?: string | null;

  @TextField(
    { maxGraphemes: 2_000, multiline: true },
    {
      optional: true,
      nullable: true,
      description:
        'For the person it concerns, behind the text that the site keeps for the reason.',
    },
  )
  text?: string | null;
}
