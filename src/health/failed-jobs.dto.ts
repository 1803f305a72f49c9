import { ApiProperty } from '@nestjs/swagger';
import { OrNull } from '../input/or-null.js';
import { PageOf } from '../input/paging.js';

export class FailedJobView {
  @ApiProperty()
  id: string;

  @ApiProperty({ description: 'The kind of the job.' })
  task: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The subject of the job: ids, never a text or an address.',
  })
  payload: object;

  @ApiProperty({ type: 'integer', description: 'The number of attempts.' })
  attempts: number;

  @OrNull(
    'string',
    'The first line of the last error, without values; null if the node that ran the job was lost.',
  )
  error: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time', description: 'When the last attempt was made.' })
  failedAt: string;
}

export class FailedJobListView extends PageOf(FailedJobView) {}
