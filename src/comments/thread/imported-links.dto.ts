import { ApiProperty } from '@nestjs/swagger';
import { TextField } from '../../input/fields.js';

const FOREIGN_ID = { minGraphemes: 1, maxGraphemes: 255, maxBytes: 1_024, multiline: false };
const SOURCE = { minGraphemes: 1, maxGraphemes: 255, multiline: false };

export class ForeignIdQuery {
  @TextField(FOREIGN_ID, { description: 'What the comment was called where it was imported from.' })
  id: string;

  @TextField(SOURCE, {
    optional: true,
    description:
      'The system it came from, or the source as the import has named it; any when left out.',
    example: 'wordpress',
  })
  source?: string;
}

export class ForeignIdView {
  @ApiProperty({ format: 'uuid', description: 'The comment.' })
  id: string;
}
