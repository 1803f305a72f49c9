import { Injectable } from '@nestjs/common';
import { EventLog, type LogPlace, type LogSlice } from '../../../src/events/event-log.js';

/** Events go to the sockets that are there when they happen; one that was away is told that there was nothing. */
@Injectable()
export class ForgetsTheLog extends EventLog {
  override async read(postId: string, place: LogPlace, limit: number): Promise<LogSlice | null> {
    const slice = await super.read(postId, place, limit);
    return slice && { ...slice, events: [], resync: false };
  }
}
