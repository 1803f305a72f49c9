import { ApiProperty } from '@nestjs/swagger';
import { OrNull } from '../../input/or-null.js';
import { ChoiceField, FlagField, TextField } from '../../input/fields.js';
import { type Reason, REASONS } from '../../comments/shape/reason-codes.js';

/** The offences that a notice may name. */
const NOTICE_CATEGORIES = [
  'child_abuse',
  'terrorism',
  'threat',
  'hate_speech',
  'defamation',
  'privacy',
  'intellectual_property',
  'fraud',
  'other',
] as const;
type NoticeCategory = (typeof NOTICE_CATEGORIES)[number];

const NOTICE_STATES = ['received', 'decided', 'gone'] as const;
type NoticeState = (typeof NOTICE_STATES)[number];

/**
 * A notice of illegal content, with the data that article 16 (2) of the EU's Digital Services Act
 * requires.
 */
export class SendNoticeDto {
  @TextField(
    { minGraphemes: 1, maxGraphemes: 2_000, multiline: false },
    { description: 'The exact location: the URL or the id of the comment.' },
  )
  url: string;

  @ChoiceField(NOTICE_CATEGORIES)
  category: NoticeCategory;

  @TextField(
    { minGraphemes: 20, maxGraphemes: 5_000, multiline: true },
    { description: 'Why you consider it illegal, with the law if you know it.' },
  )
  explanation: string;

  @TextField(
    { minGraphemes: 1, maxGraphemes: 200, multiline: false },
    { optional: true, nullable: true, description: 'Required, except for `child_abuse`.' },
  )
  name?: string | null;

  @TextField(
    { minGraphemes: 3, maxGraphemes: 254, multiline: false },
    { optional: true, nullable: true, description: 'Required, except for `child_abuse`.' },
  )
  email?: string | null;

  @FlagField({
    description: 'True: you confirm in good faith that your statement is accurate and complete.',
  })
  goodFaith: boolean;
}

export class NoticeReceiptView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'A short reference, for letters and phone calls.' })
  reference: string;

  @ApiProperty({ description: 'Opens the receipt. It is shown only once.' })
  secret: string;

  @ApiProperty({ enum: [...NOTICE_STATES] })
  state: NoticeState;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

class NoticeOutcomeView {
  @ApiProperty({ description: 'The action, as in decisions.' })
  action: string;

  @ApiProperty({ type: String, enum: [...REASONS], nullable: true })
  reason: Reason | null;

  @ApiProperty({ description: 'The action as a sentence.' })
  text: string;
}

class NoticeEventView {
  @ApiProperty({ enum: ['received', 'decided', 'changed', 'gone'] })
  type: string;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

/** The state and outcome of a notice. It does not reveal who decided. */
export class NoticeView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  reference: string;

  @ApiProperty({ format: 'uuid' })
  commentId: string;

  @ApiProperty({ enum: [...NOTICE_CATEGORIES] })
  category: NoticeCategory;

  @ApiProperty({
    enum: [...NOTICE_STATES],
    description: '`gone` if the comment was deleted before a decision.',
  })
  state: NoticeState;

  @ApiProperty({ type: NoticeOutcomeView, nullable: true })
  outcome: NoticeOutcomeView | null;

  @ApiProperty({ type: [NoticeEventView], description: 'Oldest first.' })
  history: NoticeEventView[];

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @OrNull('date-time')
  decidedAt: string | null;
}

export class NoticeQuery {
  @TextField(
    { minGraphemes: 1, maxGraphemes: 100, multiline: false },
    { description: 'The secret of the receipt.' },
  )
  secret: string;
}
