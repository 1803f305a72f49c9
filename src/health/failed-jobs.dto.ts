import { ApiProperty } from '@nestjs/swagger';
import { OrNull } from '../input/or-null.js';
import { PageOf } from '../input/paging.js';

export class FailedJobView {
  @ApiProperty()
  id: string;

  @ApiProperty({ description: 'What was to be done.' })
  task: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What it is about: ids, never a text or an address.',
  })
  payload: object;

  @ApiProperty({ type: 'integer', description: 'How often it was tried.' })
  attempts: number;

  @OrNull(
    'string',
    'The first line of the last error, without values; null where the node that ran it was lost.',
  )
  error: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time', description: 'When it was last tried.' })
  failedAt: string;
}

export class FailedJobListView extends PageOf(FailedJobView) {}
