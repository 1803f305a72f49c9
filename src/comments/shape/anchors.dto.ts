import { ApiProperty } from '@nestjs/swagger';
import { OrNull } from '../../input/or-null.js';
import { IntegerField, ObjectField, TextField } from '../../input/fields.js';

const EXACT = { minGraphemes: 1, maxGraphemes: 1_000, maxBytes: 16_384, multiline: true };
const CONTEXT = { maxGraphemes: 100, maxBytes: 2_048, multiline: true };
const OFFSET = { min: 0, max: 1_000_000 };

export class AnchorQuoteDto {
  @TextField(EXACT, { description: 'The exact text of the passage.' })
  exact: string;

  @TextField(CONTEXT, { optional: true, description: 'The text before the passage.' })
  prefix?: string;

  @TextField(CONTEXT, { optional: true, description: 'The text after the passage.' })
  suffix?: string;
}

export class AnchorPositionDto {
  @IntegerField(OFFSET, { description: 'Offset in code points of the text of the post.' })
  start: number;

  @IntegerField(OFFSET, { description: 'Offset of the first code point after the passage.' })
  end: number;
}

/** A passage of the post, by the text quote and text position selectors of W3C Web Annotation. */
export class AnchorDto {
  @ObjectField(() => AnchorQuoteDto)
  quote: AnchorQuoteDto;

  @ObjectField(() => AnchorPositionDto)
  position: AnchorPositionDto;

  @IntegerField(
    { min: 1, max: 2_147_483_647 },
    {
      optional: true,
      description: 'The revision that the reader saw. Default: the current one.',
    },
  )
  revision?: number;
}

const ANCHOR_STATES = ['exact', 'near', 'orphaned'] as const;
export type AnchorState = (typeof ANCHOR_STATES)[number];

export class AnchorQuoteView {
  @ApiProperty({ description: 'The passage.' })
  exact: string;

  @ApiProperty({ description: 'The text before the passage.' })
  prefix: string;

  @ApiProperty({ description: 'The text after the passage.' })
  suffix: string;
}

export class AnchorPositionView {
  @ApiProperty({ type: 'integer', description: 'Offset in code points of the text of the post.' })
  start: number;

  @ApiProperty({ type: 'integer' })
  end: number;
}

/** The passage of the post that a comment is about. */
export class AnchorView {
  @ApiProperty({ type: AnchorQuoteView })
  quote: AnchorQuoteView;

  @ApiProperty({
    type: AnchorPositionView,
    description: 'The position when the comment was written.',
  })
  position: AnchorPositionView;

  @OrNull(
    'integer',
    'The revision of the post that `position` refers to; null for a page of the host site.',
  )
  revision: number | null;

  @ApiProperty({
    enum: [...ANCHOR_STATES],
    description:
      'Whether the text of the post still contains the passage: unchanged, changed, or not at all.',
  })
  state: AnchorState;

  @ApiProperty({
    type: AnchorPositionView,
    nullable: true,
    description: 'The current position; null if orphaned.',
  })
  place: AnchorPositionView | null;

  @OrNull('integer', 'The revision that `state` and `place` refer to.')
  placeRevision: number | null;
}
