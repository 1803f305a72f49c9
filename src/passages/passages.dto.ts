import { ApiProperty } from '@nestjs/swagger';
import { AnchorPositionView, AnchorQuoteView } from '../comments/shape/anchors.dto.js';

export class PassageView {
  @ApiProperty({ type: AnchorPositionView, description: 'The current position of the passage.' })
  place: AnchorPositionView;

  @ApiProperty({ enum: ['exact', 'near'] })
  state: 'exact' | 'near';

  @ApiProperty({ type: AnchorQuoteView, description: 'The quote of its newest comment.' })
  quote: AnchorQuoteView;

  @ApiProperty({
    type: 'integer',
    description: 'The number of published comments on it, among the newest 10,000 on passages.',
  })
  count: number;

  @ApiProperty({
    type: [String],
    format: 'uuid',
    description: 'The newest 20 of these comments, newest first.',
  })
  commentIds: string[];
}

export class PassageListView {
  @ApiProperty({
    type: [PassageView],
    description:
      'In the order of the text. At most 1,000 passages or 1 MiB: those with the most comments.',
  })
  items: PassageView[];

  @ApiProperty({
    type: 'integer',
    description:
      'The number of published comments on passages that the text no longer contains, among the same 10,000.',
  })
  orphaned: number;
}
