import { ApiProperty } from '@nestjs/swagger';

/** An account elsewhere by which one signs in here. */
export class LinkView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'The name of the site that signs in.' })
  name: string;

  @ApiProperty({ format: 'date-time' })
  since: string;

  @ApiProperty({ description: 'Whether the account was made with it: then it stays.' })
  origin: boolean;
}

export class LinksView {
  @ApiProperty({ type: [LinkView], description: 'The newest first.' })
  items: LinkView[];
}
