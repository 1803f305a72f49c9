import { ApiProperty } from '@nestjs/swagger';
import { IntegerField, TextField } from '../../input/fields.js';
import { OrNull } from '../../input/or-null.js';
import { PageOf } from '../../input/paging.js';
import { UserView } from '../../users/accounts/users.dto.js';
import { HeldEvidenceView } from '../terms/decision-view.dto.js';

/** Two years. A longer hold must be renewed. */
const MAX_DAYS = 731;

/** The kinds of held texts. */
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
  @IntegerField({ min: 1, max: MAX_DAYS }, { description: 'How long it is held, from now on.' })
  days: number;

  @TextField(
    { minGraphemes: 1, maxGraphemes: 500, multiline: false },
    { description: 'The reason. The authors of the held texts can read it.' },
  )
  reason: string;
}

/** A hold in the form for administrators. */
export class EvidenceHoldView extends HeldEvidenceView {
  @ApiProperty({ type: UserView, nullable: true, description: 'Null if the account was deleted.' })
  heldBy: UserView | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class EvidenceTextView {
  @ApiProperty({
    enum: [...EVIDENCE_KINDS],
    description:
      'The comment, a former text of it, a reported text or name, or the text of a report; of the decision, its note, its text, the former state (JSON) or its statement of reasons.',
  })
  kind: EvidenceKind;

  @OrNull('uuid', 'The author of the text.')
  authorId: string | null;

  @OrNull('integer', 'The version of the comment.')
  version: number | null;

  @ApiProperty()
  body: string;

  @OrNull('string', 'The HTML of a comment, as it was shown.')
  html: string | null;

  @OrNull('date-time')
  writtenAt: string | null;
}

export class EvidenceView extends PageOf(
  EvidenceTextView,
  'The texts as they were when they were held.',
) {
  @ApiProperty({ type: EvidenceHoldView, nullable: true })
  hold: EvidenceHoldView | null;
}

const ABOUT = ['comment', 'account', 'report'] as const;

/** The texts of a user that an erasure spares for a time, as that user can read them. */
export class HeldBackView extends HeldEvidenceView {
  @ApiProperty({
    enum: [...ABOUT],
    description:
      'The subject of the decision: their comment, their account, or something that they had reported.',
  })
  about: (typeof ABOUT)[number];

  @OrNull('uuid')
  commentId: string | null;
}
