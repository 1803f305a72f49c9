import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../../src/database/database.js';
import type { LoggedEvent } from '../../../src/events/event-kinds.js';
import { EventLogRepository } from '../../../src/events/event-log.repository.js';

/**
 * Reads the rows with an id above the last one read. Ids are assigned before the commit, and on two
 * nodes, so some rows become visible behind those already read.
 */
@Injectable()
export class ReadsByInsertId extends EventLogRepository {
  constructor(@Inject(Database) private readonly rows: Database) {
    super(rows);
  }

  override listAfter(postId: string, after: number, limit: number): Promise<LoggedEvent[]> {
    return this.rows.query<LoggedEvent>({
      text: `select seq, type, to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
                    comment_id as "commentId", facts
             from post_events where post_id = $1
               and comment_id > coalesce((select comment_id from post_events where post_id = $1 and seq = $2),
                                         '00000000-0000-0000-0000-000000000000')
             order by comment_id limit $3`,
      values: [postId, after, limit],
    });
  }
}
