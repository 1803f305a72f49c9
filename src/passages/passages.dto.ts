import { ApiProperty } from '@nestjs/swagger';
import { AnchorPositionView, AnchorQuoteView } from '../comments/shape/anchors.dto.js';

export class PassageView {
  @ApiProperty({ type: AnchorPositionView, description: 'Where it stands.' })
  place: AnchorPositionView;

  @ApiProperty({ enum: ['exact', 'near'] })
  state: 'exact' | 'near';

  @ApiProperty({ type: AnchorQuoteView, description: 'As its newest comment was written for it.' })
  quote: AnchorQuoteView;

  @ApiProperty({
    type: 'integer',
    description: 'Published comments on it, of the newest 10,000 on passages.',
  })
  count: number;

  @ApiProperty({
    type: [String],
    format: 'uuid',
    description: 'These comments, the newest 20 first.',
  })
  commentIds: string[];
}

export class PassageListView {
  @ApiProperty({
    type: [PassageView],
    description:
      'In the order of the text; of more than 1,000, or 1 MiB of them, those with the most comments.',
  })
  items: PassageView[];

  @ApiProperty({
    type: 'integer',
    description: 'Published comments on passages that no longer stand there, of the same 10,000.',
  })
  orphaned: number;
}
