import { ApiProperty } from '@nestjs/swagger';

/** A linked account of another site. */
export class LinkView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'The name of the linked site.' })
  name: string;

  @ApiProperty({ format: 'date-time' })
  since: string;

  @ApiProperty({
    description: 'Whether the site created the account. If so, it cannot be unlinked.',
  })
  origin: boolean;
}

export class LinksView {
  @ApiProperty({ type: [LinkView], description: 'Newest first.' })
  items: LinkView[];
}
