import { Injectable } from '@nestjs/common';
import { instantSql } from '../../database/json-text.js';
import { userSql } from '../../users/accounts/user-json.sql.js';
import { singleCommentText, textBytesSql } from '../../comments/shape/comment-json.sql.js';
import { readableBy } from '../../comments/shape/visibility.js';
import { Database } from '../../database/database.js';
import { fittingSql } from '../../database/rows-that-fit.js';
import { type Page, pageOf } from '../../database/keyset.js';
import { claimSql, LIVE_CLAIM } from './claims.repository.js';
import { orderSql, placeSql, placesSql } from './queue-places.js';
import type { QueueCountsView, QueueItemView, QueueSort } from './queue.dto.js';
import { isNew, type QueueKind, WAITING_KINDS } from '../terms/queue-kinds.js';

type QueueRow = QueueItemView & { cursor: string; found: number };

/** The position where a page starts; for the kind `new` only the id. */
export type QueuePlace = readonly [string | number, string] | readonly [string];

const READABLE = readableBy('true', 'null');

/** The most reports of an item. Further ones tell a moderator nothing new. */
const MAX_FLAGS = 20;
const MAX_NOTICES = 5;
const MAX_TEXTS = 5;
/** A higher count is not needed: it only shows that there is too much to do. */
const MAX_COUNT = 1_000;

/**
 * The approximate size of an item with its texts: the comment, the reported texts, the reports and
 * notices.
 */
const BYTES = `4096
  + coalesce((select ${textBytesSql('c')} from comments c where c.id = listed.id), 0)
  + coalesce((select sum(octet_length(f.body)) from (select body from flagged_texts
      where comment_id = listed.id order by version desc limit ${MAX_TEXTS}) f), 0)
  + coalesce((select sum(octet_length(f.detail)) from (select detail from comment_flags
      where comment_id = listed.id and state = 'open' order by id limit ${MAX_FLAGS}) f), 0)
  + coalesce((select sum(octet_length(f.detail) + octet_length(f.text)) from (
      select coalesce(detail, '') as detail, coalesce(text, '') as text from user_flags
      where target_id = listed.id and state = 'open' order by id limit ${MAX_FLAGS}) f), 0)
  + coalesce((select sum(octet_length(n.explanation)) from (select explanation from notices
      where comment_id = listed.id and state = 'received' order by id limit ${MAX_NOTICES}) n), 0)`;

const BY = `'by', ${userSql('reporter')}, 'createdAt', ${instantSql('f.created_at')}`;

const flagsSql = (table: string, item: string, [version, field, text]: readonly string[]) =>
  `(select json_agg(json_build_object('id', f.id, 'reason', f.reason, 'detail', f.detail,
      'version', ${version}, 'field', ${field}, 'text', ${text}, ${BY}) order by f.id)
  from (select * from ${table} where ${item} = p.id and state = 'open'
    order by id limit ${MAX_FLAGS}) f join users reporter on reporter.id = f.user_id)`;
const COMMENT_FLAGS = flagsSql('comment_flags', 'comment_id', [
  'f.comment_version',
  'null',
  'null',
]);
const USER_FLAGS = flagsSql('user_flags', 'target_id', ['null', 'f.field', 'f.text']);

const TEXTS = `(select json_agg(json_build_object('version', f.version, 'body', f.body) order by f.version)
  from (select version, body from flagged_texts where comment_id = c.id and body <> c.body
    order by version desc limit ${MAX_TEXTS}) f)`;

const NOTICES = `(select json_agg(json_build_object('id', n.id, 'reference', n.reference, 'category', n.category,
      'explanation', n.explanation, 'createdAt', ${instantSql('n.created_at')}) order by n.id)
  from (select * from notices where comment_id = c.id and state = 'received'
    order by id limit ${MAX_NOTICES}) n)`;

const COMMENT = `(${singleCommentText(READABLE)})::json`;
const ACCOUNT = `json_build_object('id', subject.id, 'username', subject.username,
  'displayName', subject.display_name, 'avatarUrl', subject.avatar_url, 'role', subject.role,
  'kind', subject.kind, 'badges', subject.badges, 'bio', subject.bio)`;

const COUNTS = WAITING_KINDS.map(
  (kind) => `(select count(*) from (select from queue_items
     where open and kind = '${kind}' limit ${MAX_COUNT}) many) as ${kind}`,
);

/** The moderation queue. One statement reads a page, so it is one snapshot. */
@Injectable()
export class QueueRepository {
  constructor(private readonly database: Database) {}

  async list(
    kind: QueueKind | undefined,
    sort: QueueSort,
    limit: number,
    after: QueuePlace,
    postId?: string,
  ): Promise<Page<QueueItemView>> {
    const ofPost = postId !== undefined;
    const rows = await this.database.query<QueueRow>({
      name: `queue_${kind ?? 'all'}_${sort}${ofPost ? '_post' : ''}`,
      text: queuePageSql(kind, sort, ofPost),
      values: [limit + 1, ...after, ...(ofPost ? [postId] : [])],
    });
    const { items, nextCursor } = pageOf(rows, limit, ({ cursor }) => cursor);
    return {
      items: items.map(({ cursor: _cursor, ...item }) => item),
      nextCursor,
    };
  }

  async count(): Promise<QueueCountsView> {
    const [counts] = await this.database.query<QueueCountsView>({
      name: 'queue_counts',
      text: `select ${COUNTS.join(', ')},
               (select count(*) from (select from comments c
                 where ${isNew('c')}
                   and not exists (select 1 from queue_items q where q.id = c.id and q.open)
                   and (select u.role from users u where u.id = c.author_id) = 'member'
                 order by c.id desc limit ${MAX_COUNT}) many) as new`,
    });
    return counts;
  }
}

/** $1 is the limit; the others are of `placesSql`. */
export function queuePageSql(kind: QueueKind | undefined, sort: QueueSort, ofPost = false): string {
  const fitting = fittingSql('select * from places', orderSql(sort), BYTES);
  return `with places as materialized (${placesSql(kind, sort, ofPost)}),
    fitting as materialized (${fitting})
    select p.found, ${placeSql(kind, sort)} as cursor, p.id, p.subject, p.kind, p.score,
      case when c.id is not null then ${COMMENT} end as comment,
      case when t.id is not null then json_build_object('id', t.id, 'slug', t.slug, 'title', t.title) end as post,
      case when subject.id is not null then ${ACCOUNT} end as user,
      coalesce(case when p.subject = 'user' then ${USER_FLAGS} else ${COMMENT_FLAGS} end, '[]') as flags,
      coalesce(q.flag_count, 0) as "flagCount",
      coalesce(${TEXTS}, '[]') as "flaggedTexts",
      coalesce(q.notice_count, 0) > 0 or exists (select 1 from comment_flags
        where comment_id = p.id and state = 'open' and reason = 'illegal') as illegal,
      coalesce(${NOTICES}, '[]') as notices,
      coalesce(q.notice_count, 0) as "noticeCount",
      q.surge,
      (select ${claimSql('claim', 'claimer')} from queue_claims claim
        join users claimer on claimer.id = claim.moderator_id
        where claim.item_id = p.id and ${LIVE_CLAIM}) as claim,
      case when q.open and q.escalated_at is not null then json_build_object(
        'by', (select ${userSql('escalator')} from users escalator where escalator.id = q.escalated_by),
        'at', ${instantSql('q.escalated_at')}) end as escalation,
      (select count(*) from comment_notes where comment_id = p.id) as "noteCount",
      ${instantSql('p.since')} as since
    from fitting p
      left join queue_items q on q.id = p.id and q.open
      left join comments c on c.id = p.id and p.subject = 'comment'
      left join posts t on t.id = c.post_id
      left join users u on u.id = c.author_id
      left join users subject on subject.id = p.id and p.subject = 'user'
    order by p.nth`;
}
