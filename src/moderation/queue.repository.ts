import { Injectable } from '@nestjs/common';
import {
  instantSql,
  singleCommentColumns,
  type SingleCommentRow,
  toSingleView,
  userSql,
} from '../comments/comment-json.js';
import { readableBy } from '../comments/visibility.js';
import { Database } from '../database/database.js';
import type { QueueItemView, QueueKind } from './queue.dto.js';

/** An item with its place: an id whose order is the order of time. */
export interface QueuedItem {
  place: string;
  item: QueueItemView;
}

type QueueRow = Omit<QueueItemView, 'comment'> & { place: string; comment: SingleCommentRow };

const READABLE = readableBy('true', 'null');

/** A report beyond these says nothing that a moderator still needs. */
const MAX_FLAGS = 20;

/**
 * Where the items of a kind stand, each branch a walk along one index that ends with the page. A held
 * comment stands where it was written; a reported one where its oldest open flag was raised, so that
 * later flags neither move it nor list it twice. $1 is the place of the item before, $2 the limit.
 */
const PLACES: Readonly<Record<QueueKind, string>> = {
  held: `(select c.id as place, c.id as comment_id, 'held' as kind from comments c
    where c.status = 'held' and c.id > $1 order by c.id limit $2)`,
  reported: `(select f.id as place, f.comment_id, 'reported' as kind
    from comment_flags f join comments c on c.id = f.comment_id
    where f.state = 'open' and f.id > $1 and c.status = 'published' and f.id = (
      select oldest.id from comment_flags oldest
      where oldest.comment_id = f.comment_id and oldest.state = 'open' order by oldest.id limit 1)
    order by f.id limit $2)`,
};

const FLAGS = `(select json_agg(json_build_object('id', f.id, 'reason', f.reason, 'detail', f.detail,
      'by', ${userSql('reporter')}, 'createdAt', ${instantSql('f.created_at')}) order by f.id)
  from (select * from comment_flags where comment_id = c.id and state = 'open'
    order by id limit ${MAX_FLAGS}) f join users reporter on reporter.id = f.user_id)`;

/** When the text that waits was written, or first reported. */
const SINCE = `case
  when p.kind = 'reported' then (select created_at from comment_flags where id = p.place)
  when c.published_at is null then c.created_at
  else coalesce((select max(replaced_at) from comment_revisions where comment_id = c.id), c.created_at)
end`;

/** What waits for moderators: one statement a page, and so one snapshot. */
@Injectable()
export class QueueRepository {
  constructor(private readonly database: Database) {}

  async list(
    kinds: readonly QueueKind[],
    limit: number,
    after: string | null,
  ): Promise<QueuedItem[]> {
    const rows = await this.database.query<QueueRow>({
      name: `queue_${kinds.join('_')}`,
      text: `with places as (
               select * from (${kinds.map((kind) => PLACES[kind]).join(' union all ')}) waiting
               order by place limit $2
             )
             select p.place, p.kind, c.id,
               (select row_to_json(r) from (select ${singleCommentColumns(READABLE)}) r) as comment,
               json_build_object('id', t.id, 'slug', t.slug, 'title', t.title) as post,
               coalesce(${FLAGS}, '[]') as flags,
               (select count(*) from comment_flags
                where comment_id = c.id and state = 'open') as "flagCount",
               ${instantSql(SINCE)} as since
             from places p join comments c on c.id = p.comment_id join posts t on t.id = c.post_id
               left join users u on u.id = c.author_id
             order by p.place`,
      values: [after ?? '00000000-0000-0000-0000-000000000000', limit],
    });
    return rows.map(({ place, id, kind, comment, post, flags, flagCount, since }) => ({
      place,
      item: { id, kind, comment: toSingleView(comment), post, flags, flagCount, since },
    }));
  }
}
