import { Injectable } from '@nestjs/common';
import { TRACELESS_DELETE_MS } from '../../comments/shape/comment-permissions.js';
import { postIsThere, PUBLICLY_READABLE } from '../../comments/shape/visibility.js';
import { Database, type Tx } from '../../database/database.js';
import { NEW_ID_SQL, NIL } from '../../database/ids.js';
import { ignoresSql } from '../../users/ignored/ignored-users.sql.js';
import { isWanted } from '../bell/notification-state.sql.js';
import { EVENTS_OF_PIECES, type LogPiece, partsOf, valuesOf } from './followed-logs.repository.js';

/** A possible user name in a mention. A mention may match several users; the longest name wins. */
export interface NamedUser {
  commentId: string;
  /** The index of the mention in the comment. */
  place: number;
  /** In lower case. */
  name: string;
}

/**
 * Older comments cause no notification when they are restored. Notifications are kept longer, so
 * nobody is notified twice.
 */
const NEWS_DAYS = 30;
/**
 * A user with this many unread notifications of a followed post gets no more of them until they
 * read some.
 */
const MOST_UNREAD = 100;

const READY = `make_interval(secs => ${TRACELESS_DELETE_MS / 1_000})`;

/** The events by which a comment becomes public. */
const NEWS = `'comment.created', 'comment.restored'`;

/** The comments that became public in pieces, and are still public. */
const PUBLISHED = `
      select c.*, max(e.at) as at
      from ${EVENTS_OF_PIECES}
        cross join lateral (
          select id, post_id, parent_id, author_id from comments c
          where id = e.comment_id and ${PUBLICLY_READABLE} and ${postIsThere('c')}
            and published_at > now() - interval '${NEWS_DAYS} days' offset 0
        ) c
      where e.type in (${NEWS})
      group by c.id, c.post_id, c.parent_id, c.author_id`;

/** Condition: the account can be notified. */
const CAN_BE_TOLD = `u.kind = 'member' and u.standing <> 'banned' and u.closed_at is null`;

/** Determines the recipients of all events of pieces at once, and stores notifications. */
@Injectable()
export class RecipientsRepository {
  constructor(private readonly database: Database) {}

  /** The comments of pieces that may address a user, whether or not they are public now. */
  async listAddressing(pieces: readonly LogPiece[]): Promise<{ id: string; body: string }[]> {
    return this.database.query({
      name: 'recipients_addressing',
      text: `select distinct on (c.id) c.id, c.body
             from ${EVENTS_OF_PIECES}
               cross join lateral (
                 select id, body from comments
                 where id = e.comment_id and position('@' in body) > 0 offset 0) c
             where e.type in (${NEWS})`,
      values: valuesOf(pieces),
    });
  }

  /**
   * A comment notifies each person once: as a reply, else as a mention, else as a comment on a
   * followed post. A notification that was withheld while the comment was hidden is sent when the
   * comment is public again.
   */
  async tellOfComments(
    tx: Tx,
    pieces: readonly LogPiece[],
    named: readonly NamedUser[],
  ): Promise<void> {
    await tx.query({
      name: 'recipients_of_comments',
      text: `with said as materialized (${PUBLISHED}
             ), followers as materialized (
               select f.user_id, f.post_id, f.since
               from unnest($1::uuid[], $7::uuid[], $8::uuid[]) as part (post_id, told_to, tell_to)
                 cross join lateral (
                   select user_id, post_id, since from subscriptions
                   where post_id = part.post_id and level = 'all' and user_id > coalesce(told_to, '${NIL}')
                     and (tell_to is null or user_id <= tell_to) offset 0) f
               where part.post_id in (select post_id from said) and (select count(*) from (
                 select from notifications n where n.user_id = f.user_id and n.post_id = f.post_id
                   and n.type = 'followed' and n.read_at is null limit ${MOST_UNREAD}) unread) < ${MOST_UNREAD}
             ), concerned as (
               select s.id, parent.author_id as user_id, 'reply' as type, 1 as rank
               from said s cross join lateral (
                 select author_id from comments where id = s.parent_id offset 0) parent
               union all
               select id, user_id, 'mention', 2 from (
                 select distinct on (s.id, m.place) s.id, u.id as user_id
                 from unnest($4::uuid[], $5::integer[], $6::text[]) as m (comment_id, place, name)
                   join said s on s.id = m.comment_id
                   cross join lateral (select id from users where lower(username) = m.name offset 0) u
                 where exists (select from comments c
                     where c.author_id = u.id and c.post_id = s.post_id and ${PUBLICLY_READABLE})
                   or exists (select from posts p where p.id = s.post_id and p.author_id = u.id)
                 order by s.id, m.place, length(m.name) desc) mentioned
               union all
               select s.id, f.user_id, 'followed', 3
               from said s join followers f on f.post_id = s.post_id and f.since < s.at
             ), told as (
               select distinct on (s.id, k.user_id) s.id, s.post_id, s.at, k.user_id, k.type
               from concerned k join said s on s.id = k.id
                 cross join lateral (select kind, standing, closed_at from users where id = k.user_id offset 0) u
               where k.user_id <> s.author_id and ${CAN_BE_TOLD}
                 and not exists (select from subscriptions f
                   where f.user_id = k.user_id and f.post_id = s.post_id and f.level = 'none')
                 and ${isWanted('k')}
                 and not ${ignoresSql('k.user_id', 's.author_id')}
               order by s.id, k.user_id, k.rank
             )
             insert into notifications as n (id, user_id, type, cause, comment_id, post_id, ready_at)
             select ${NEW_ID_SQL}, user_id, type, id, id, post_id, at + ${READY} from told
             order by id, user_id
             on conflict (cause, user_id) do update set state = 'waiting', ready_at = excluded.ready_at, read_at = null
               where n.state = 'withheld'`,
      values: [
        ...valuesOf(pieces),
        named.map(({ commentId }) => commentId),
        named.map(({ place }) => place),
        named.map(({ name }) => name),
        ...partsOf(pieces),
      ],
    });
  }

  /** Notifies each author once for an update, however many of their comments led to it. */
  async tellOfCorrections(tx: Tx, pieces: readonly LogPiece[]): Promise<void> {
    await tx.query({
      name: 'recipients_of_corrections',
      text: `with credited as (
               select distinct on (n.id, k.user_id) n.id, k.user_id, k.comment_id, k.post_id, e.at
               from ${EVENTS_OF_PIECES}
                 cross join lateral (
                   select id, author_id from post_updates
                   where post_id = r.post_id and created_at = e.at offset 0
                 ) n
                 join post_update_credits k on k.update_id = n.id
                 join users u on u.id = k.user_id
               where e.type = 'post.updated' and k.user_id <> n.author_id and ${CAN_BE_TOLD}
                 and ${isWanted('k', `'correction'`)}
                 and not ${ignoresSql('k.user_id', 'n.author_id')}
               order by n.id, k.user_id, k.comment_id
             )
             insert into notifications (id, user_id, type, cause, comment_id, post_id, ready_at)
             select ${NEW_ID_SQL}, user_id, 'correction', id, comment_id, post_id, at from credited
             order by id, user_id on conflict do nothing`,
      values: valuesOf(pieces),
    });
  }

  /** Deletes the notifications of comments that their authors deleted: those are never restored. */
  async forgetDeleted(tx: Tx, pieces: readonly LogPiece[]): Promise<void> {
    await tx.query({
      name: 'recipients_forget',
      text: `delete from notifications where cause = any(array(
               select e.comment_id from ${EVENTS_OF_PIECES} where e.type = 'comment.deleted'))`,
      values: valuesOf(pieces),
    });
  }
}
