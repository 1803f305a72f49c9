import { Injectable } from '@nestjs/common';
import { instantSql } from '../../database/json-text.js';
import { Database } from '../../database/database.js';
import { claimSql, LIVE_CLAIM } from './claims.repository.js';
import type { HandoverView } from './handover.dto.js';
import { WAITING_KINDS } from '../terms/queue-kinds.js';

type Counted = Pick<HandoverView, 'came' | 'decided' | 'longest' | 'claimed'>;

const MAX_CLAIMS = 100;
const LONGEST = 10;
/** A higher count is not needed: it only shows that there was too much to do. */
const MAX_COUNT = 10_000;

const LONGEST_WAITING = WAITING_KINDS.map(
  (kind) => `(select id, subject, kind, since from queue_items
      where open and kind = '${kind}' order by since, id limit ${LONGEST})`,
).join(' union all ');

/** The changes of the queue since a time. Each part is bounded and reads an index. */
@Injectable()
export class HandoverRepository {
  constructor(private readonly database: Database) {}

  /** @param sinceId an id of that time: decisions are read by their ids */
  async read(since: Date, sinceId: string): Promise<Counted> {
    const [counted] = await this.database.query<Counted>({
      name: 'handover',
      text: `select
          (select count(*) from (select from queue_items where since >= $1 limit ${MAX_COUNT}) many) as came,
          (select coalesce(json_agg(d order by d.count desc, d.action), '[]') from (
            select action, count(*) as count from (
              select action from decisions where id >= $2 order by id desc limit ${MAX_COUNT}) latest
            group by action) d) as decided,
          (select coalesce(json_agg(json_build_object('id', w.id, 'subject', w.subject, 'kind', w.kind,
              'since', ${instantSql('w.since')}) order by w.since, w.id), '[]') from (
            select * from (${LONGEST_WAITING}) waiting order by since, id limit ${LONGEST}) w) as longest,
          (select coalesce(json_agg(json_build_object('id', c.item_id, 'claim', c.claim) order by c.claimed_at), '[]')
            from (select claim.item_id, claim.claimed_at, ${claimSql('claim', 'u')} as claim
              from queue_claims claim join users u on u.id = claim.moderator_id
              where ${LIVE_CLAIM} order by claim.claimed_at desc limit ${MAX_CLAIMS}) c) as claimed`,
      values: [since, sinceId],
    });
    return counted;
  }
}
