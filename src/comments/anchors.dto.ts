import { ApiProperty } from '@nestjs/swagger';

export const ANCHOR_STATES = ['exact', 'near', 'orphaned'] as const;
export type AnchorState = (typeof ANCHOR_STATES)[number];

export class AnchorQuoteView {
  @ApiProperty({ description: 'The passage.' })
  exact: string;

  @ApiProperty({ description: 'What stands before it.' })
  prefix: string;

  @ApiProperty({ description: 'What stands behind it.' })
  suffix: string;
}

export class AnchorPositionView {
  @ApiProperty({ type: 'integer', description: 'In code points of the text of the post.' })
  start: number;

  @ApiProperty({ type: 'integer' })
  end: number;
}

/** The passage of the post that a comment is about. */
export class AnchorView {
  @ApiProperty({ type: AnchorQuoteView })
  quote: AnchorQuoteView;

  @ApiProperty({ type: AnchorPositionView, description: 'As it was written.' })
  position: AnchorPositionView;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'The revision of the post that it was written for; null for a page of the host site.',
  })
  revision: number | null;

  @ApiProperty({
    enum: [...ANCHOR_STATES],
    description: 'Whether the passage still stands there: as it was, changed, or not at all.',
  })
  state: AnchorState;

  @ApiProperty({
    type: AnchorPositionView,
    nullable: true,
    description: 'Where it stands now; null when it is orphaned.',
  })
  place: AnchorPositionView | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The revision that `state` and `place` are about.',
  })
  placeRevision: number | null;
}
