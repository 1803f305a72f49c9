import { ApiProperty } from '@nestjs/swagger';
import { OrNull } from '../../input/or-null.js';
import { IntegerField, UuidField } from '../../input/fields.js';
import { UserView } from '../../users/accounts/users.dto.js';

export const MAX_QUOTES = 5;
/** In code points. Readers open the source for a longer piece. */
export const MAX_QUOTE_LENGTH = 1_000;

const OFFSET = { min: 0, max: 65_536 };

/** A quote of another comment, by reference: its text is read from the source and never stored. */
export class QuoteDto {
  @UuidField({ description: 'A published comment of the same post.' })
  commentId: string;

  @IntegerField(
    { min: 1, max: 2_147_483_647 },
    { description: 'The version of the comment when it was quoted.' },
  )
  version: number;

  @IntegerField(OFFSET, { description: 'Offset in code points of the Markdown in `body`.' })
  start: number;

  @IntegerField(OFFSET, {
    description: 'Offset of the first code point after the quote; at most 1,000 after `start`.',
  })
  end: number;
}

export const QUOTE_STATES = ['current', 'edited', 'removed'] as const;

export class QuoteView {
  @ApiProperty({ format: 'uuid' })
  commentId: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: 'integer' })
  start: number;

  @ApiProperty({ type: 'integer' })
  end: number;

  @ApiProperty({
    enum: [...QUOTE_STATES],
    description:
      '`edited`: the text of the source has changed. `removed`: the source is no longer visible.',
  })
  state: (typeof QUOTE_STATES)[number];

  @ApiProperty({ type: UserView, nullable: true })
  author: UserView | null;

  @OrNull(
    'string',
    'A piece of Markdown, to be shown as plain text; null if the source is not visible.',
  )
  text: string | null;
}
