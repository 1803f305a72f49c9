import { ApiProperty } from '@nestjs/swagger';
import { TextField } from '../../input/fields.js';

const FOREIGN_ID = { minGraphemes: 1, maxGraphemes: 255, maxBytes: 1_024, multiline: false };
const SOURCE = { minGraphemes: 1, maxGraphemes: 255, multiline: false };

export class ForeignIdQuery {
  @TextField(FOREIGN_ID, {
    description: 'The id of the comment in the system that it was imported from.',
  })
  id: string;

  @TextField(SOURCE, {
    optional: true,
    description:
      'The system that it was imported from, or the source that the import has named. Default: any.',
    example: 'wordpress',
  })
  source?: string;
}

export class ForeignIdView {
  @ApiProperty({ format: 'uuid', description: 'The comment.' })
  id: string;
}
