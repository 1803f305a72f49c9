import { ApiProperty } from '@nestjs/swagger';
import { InstantField } from '../../input/fields.js';
import { NoteView } from './notes.dto.js';
import { ClaimView, QueueCountsView } from './queue.dto.js';
import { QUEUE_KINDS, type QueueKind } from '../terms/queue-kinds.js';

export class HandoverQuery {
  @InstantField({ description: 'When the shift began; at most 31 days ago.' })
  since: string;
}

class HandoverActionView {
  @ApiProperty()
  action: string;

  @ApiProperty({ type: 'integer' })
  count: number;
}

class WaitingItemView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['comment', 'user'] })
  subject: 'comment' | 'user';

  @ApiProperty({ enum: [...QUEUE_KINDS] })
  kind: QueueKind;

  @ApiProperty({ format: 'date-time' })
  since: string;
}

class ClaimedItemView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: ClaimView })
  claim: ClaimView;
}

/** A summary of one shift for the next. */
export class HandoverView {
  @ApiProperty({ format: 'date-time' })
  since: string;

  @ApiProperty({
    type: 'integer',
    description: 'The number of items that arrived, whether or not they were decided since.',
  })
  came: number;

  @ApiProperty({
    type: [HandoverActionView],
    description: 'The number of decisions by action, most frequent first.',
  })
  decided: HandoverActionView[];

  @ApiProperty({
    type: QueueCountsView,
    description: 'The pending items by kind, as in the queue.',
  })
  waiting: QueueCountsView;

  @ApiProperty({
    type: [WaitingItemView],
    description: 'The ten oldest pending items, except `new` ones.',
  })
  longest: WaitingItemView[];

  @ApiProperty({ type: [ClaimedItemView], description: 'The latest 100.' })
  claimed: ClaimedItemView[];

  @ApiProperty({ type: [NoteView], description: 'The latest 50, newest first.' })
  notes: NoteView[];
}
