import { ChoiceField, TextField } from '../../input/fields.js';
import { type Reason, REASONS } from '../../comments/shape/reason-codes.js';

export class NoteDto {
  @TextField(
    { maxGraphemes: 2_000, multiline: true },
    { optional: true, nullable: true, description: 'A note in the log, for moderators.' },
  )
  note?: string | null;
}

/** The reason of a decision, for the log and for the affected user. */
export class DecisionReasonDto extends NoteDto {
  @ChoiceField(REASONS, {
    optional: true,
    nullable: true,
    description: 'Required for restrictive actions, such as remove, warn and ban.',
  })
  reason?: Reason | null;

  @TextField(
    { minGraphemes: 1, maxGraphemes: 100, multiline: false },
    {
      optional: true,
      nullable: true,
      description: 'The house rule by its name on the site. It is public.',
    },
  )
  rule?: string | null;

  @TextField(
    { maxGraphemes: 2_000, multiline: true },
    {
      optional: true,
      nullable: true,
      description: 'For the affected user, appended to the canned text for the reason.',
    },
  )
  text?: string | null;
}
