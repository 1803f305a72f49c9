import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, TextField } from '../../input/fields.js';
import { type Reason, REASONS } from '../../comments/shape/reasons.js';

export const FLAG_STATES = ['open', 'agreed', 'disagreed', 'gone'] as const;
export type FlagState = (typeof FLAG_STATES)[number];

export class FlagCommentDto {
  @ChoiceField(REASONS)
  reason: Reason;

  @TextField(
    { maxGraphemes: 1_000, multiline: true },
    { optional: true, nullable: true, description: 'For moderators, in your own words.' },
  )
  detail?: string | null;
}

/** A report as its reporter gets it back. */
export class FlagView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  commentId: string;

  @ApiProperty({ enum: [...REASONS] })
  reason: Reason;

  @ApiProperty({ type: String, nullable: true })
  detail: string | null;

  @ApiProperty({
    enum: [...FLAG_STATES],
    description: '`open` until a moderator decides; `gone` when the author deletes the comment.',
  })
  state: FlagState;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}
