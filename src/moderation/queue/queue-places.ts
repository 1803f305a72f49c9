import {
  cursorSql,
  cursorTimeSql,
  rankedCursorSql,
  timedCursorSql,
} from '../../database/keyset.js';
import type { QueueSort } from './queue.dto.js';
import { postIsThere } from '../../comments/shape/visibility.js';
import { isNew, isUnseen, type QueueKind, WAITING_KINDS } from '../terms/queue-kinds.js';

/** The first letters of cursors: each order has its own. */
const LETTERS: Readonly<Record<QueueSort, Record<QueueKind | 'all', string>>> = {
  age: { new: 'n', reported: 'f', held: 'h', escalated: 'e', all: 'q' },
  score: { new: 'N', reported: 'F', held: 'H', escalated: 'E', all: 'Q' },
};

export function orderOf(kind: QueueKind | undefined, sort: QueueSort): string {
  return LETTERS[sort][kind ?? 'all'];
}

/**
 * The positions of items. Each kind is a scan of its own index that stops after a page. $1 is
 * the limit; $2 and $3 are the end of the previous page: microseconds (by age) or score, and id.
 * The items of one post, $4, are listed by age.
 */
export function placesSql(kind: QueueKind | undefined, sort: QueueSort, ofPost: boolean): string {
  const kinds = kind ? [kind] : WAITING_KINDS;
  const walks = kinds.map((each) => walkSql(each, sort, ofPost));
  return `select * from (${walks.join(' union all ')}) waiting order by ${orderSql(sort)} limit $1`;
}

/** SQL over the columns of `placesSql`. */
export function orderSql(sort: QueueSort): string {
  return sort === 'age' ? 'since, id' : 'score desc, id desc';
}

/** The SQL of the cursor after an item of `placesSql`. */
export function placeSql(kind: QueueKind | undefined, sort: QueueSort): string {
  const order = orderOf(kind, sort);
  if (kind === 'new') return cursorSql(order, 'p.id');
  return sort === 'age'
    ? timedCursorSql(order, 'p.since', 'p.id')
    : rankedCursorSql(order, 'p.score', 'p.id');
}

function walkSql(kind: QueueKind, sort: QueueSort, ofPost: boolean): string {
  if (kind === 'new') return newSql(sort);
  const columns = `q.id, q.kind, q.subject, q.since, q.score`;
  const where = `q.open and q.kind = '${kind}'${ofPost ? ' and q.post_id = $4::uuid' : ''}`;
  return sort === 'age'
    ? `(select ${columns} from queue_items q where ${where} and (q.since, q.id) > (${cursorTimeSql('$2')}, $3::uuid)
        order by q.since, q.id limit $1)`
    : `(select ${columns} from queue_items q where ${where} and (q.score, q.id) < ($2::real, $3::uuid)
        order by q.score desc, q.id desc limit $1)`;
}

/**
 * New comments have no score, so by score the newest come first. Comments of staff are never
 * queued. Many of the oldest comments may be queued as another kind and are skipped: the two
 * indexes are merged, and no comment is read for it.
 */
function newSql(sort: QueueSort): string {
  const columns = `c.id, 'new' as kind, 'comment' as subject, c.created_at as since, 0::real as score`;
  const ofMember = `(select u.role from users u where u.id = c.author_id) = 'member'`;
  if (sort === 'score')
    return `(select ${columns} from comments c where ${isNew('c')} and c.id < $2::uuid and ${ofMember}
      and not exists (select 1 from queue_items q where q.id = c.id and q.open) order by c.id desc limit $1)`;
  return `(select ${columns} from (
      select n.id from comments n where ${isUnseen('n')} and n.id > $2::uuid and not exists (
        select from queue_items q where q.id = n.id and q.open and q.id > $2::uuid)
      order by n.id offset 0) unseen join comments c on c.id = unseen.id
    where ${postIsThere('c')} and ${ofMember} order by unseen.id limit $1)`;
}
