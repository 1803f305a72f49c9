import { ApiProperty } from '@nestjs/swagger';
import { IntegerField, TextField } from '../../input/fields.js';
import { OrNull } from '../../input/or-null.js';
import { PageOf } from '../../input/paging.js';
import { UserView } from '../../users/accounts/users.dto.js';
import { HeldEvidenceView } from '../terms/decision-view.dto.js';

/** Two years: what is needed for longer is held again. */
const MAX_DAYS = 731;

/** What a text that is held back was. */
const EVIDENCE_KINDS = [
  'comment',
  'former',
  'reported',
  'name',
  'bio',
  'report',
  'note',
  'text',
  'before',
  'statement',
] as const;
type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export class HoldEvidenceDto {
  @IntegerField({ min: 1, max: MAX_DAYS }, { description: 'For how long, from now on.' })
  days: number;

  @TextField(
    { minGraphemes: 1, maxGraphemes: 500, multiline: false },
    { description: 'Why. Whose words are held back read it.' },
  )
  reason: string;
}

/** A hold, as administrators see it. */
export class EvidenceHoldView extends HeldEvidenceView {
  @ApiProperty({ type: UserView, nullable: true, description: 'Null when the account is gone.' })
  heldBy: UserView | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class EvidenceTextView {
  @ApiProperty({
    enum: [...EVIDENCE_KINDS],
    description:
      'The comment, a former text of it, a text or name as it was reported, the words of a report; of the decision its note, its text, what was before it (JSON), its statement of reasons.',
  })
  kind: EvidenceKind;

  @OrNull('uuid', 'Whose words.')
  authorId: string | null;

  @OrNull('integer', 'Of the comment.')
  version: number | null;

  @ApiProperty()
  body: string;

  @OrNull('string', 'Of a comment, as it was shown.')
  html: string | null;

  @OrNull('date-time')
  writtenAt: string | null;
}

export class EvidenceView extends PageOf(EvidenceTextView, 'As they were when it was held.') {
  @ApiProperty({ type: EvidenceHoldView, nullable: true })
  hold: EvidenceHoldView | null;
}

const ABOUT = ['comment', 'account', 'report'] as const;

/** What of somebody an erasure leaves for a time, as that person reads it. */
export class HeldBackView extends HeldEvidenceView {
  @ApiProperty({
    enum: [...ABOUT],
    description:
      'What the decision was about: their comment, their account, or something that they had reported.',
  })
  about: (typeof ABOUT)[number];

  @OrNull('uuid')
  commentId: string | null;
}
