import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import { instantSql } from '../../database/json-text.js';
import { type FittingRow, fittingSql } from '../../database/rows-that-fit.js';
import { userSql } from '../../users/accounts/user-json.sql.js';
import type { EvidenceHoldView, EvidenceTextView, HeldBackView } from './evidence.dto.js';
import { EVIDENCE_OF_DECISION } from './evidence.sql.js';

/** For how long, why, and by whom a decision's evidence is held. */
export interface Hold {
  decisionId: string;
  until: Date;
  reason: string;
  heldBy: string;
}

/** The most holds in one response. The exported data of the user contains all. */
const MOST_TOLD = 100;

const STANDS = 'until > now()';

/** Copies of the subjects of decisions. An erasure deletes the originals and spares the copies. */
@Injectable()
export class EvidenceRepository {
  constructor(private readonly database: Database) {}

  /**
   * Copies the subject of a decision in one statement, so that it sees a running erasure at a
   * single moment.
   * @returns the number of texts; null when they are held already
   */
  async take(tx: Tx, { decisionId, until, reason, heldBy }: Hold): Promise<number | null> {
    const [taken] = await tx.query<{ holds: number; texts: number }>({
      name: 'evidence_take',
      text: `with held as (
               insert into evidence_holds (decision_id, until, reason, held_by) values ($1, $2, $3, $4)
               on conflict (decision_id) do nothing returning decision_id
             ), found (kind, place, author_id, version, body, html, written_at) as (
               ${EVIDENCE_OF_DECISION}
             ), texts as (
               insert into evidence_texts (decision_id, number, kind, author_id, version, body, html, written_at)
               select held.decision_id, row_number() over (order by place, version, written_at), kind, author_id,
                 version, body, html, written_at
               from held cross join found returning 1
             )
             select (select count(*)::integer from held) as holds, (select count(*)::integer from texts) as texts`,
      values: [decisionId, until, reason, heldBy],
    });
    return taken.holds === 0 ? null : taken.texts;
  }

  /** Changes the end and the reason of a hold; its texts stay unchanged. */
  async change(tx: Tx, { decisionId, until, reason, heldBy }: Hold): Promise<void> {
    await tx.query({
      name: 'evidence_change',
      text: `update evidence_holds set until = $2, reason = $3, held_by = $4 where decision_id = $1`,
      values: [decisionId, until, reason, heldBy],
    });
  }

  /** Its texts are deleted with it. */
  async delete(tx: Tx, decisionId: string): Promise<void> {
    await tx.query({
      name: 'evidence_delete',
      text: 'delete from evidence_holds where decision_id = $1',
      values: [decisionId],
    });
  }

  /** Deletes a hold that has ended, and that retention has not deleted yet. */
  async deleteEnded(tx: Tx, decisionId: string): Promise<void> {
    await tx.query({
      name: 'evidence_delete_ended',
      text: `delete from evidence_holds where decision_id = $1 and not ${STANDS}`,
      values: [decisionId],
    });
  }

  async find(
    decisionId: string,
    from: Queryable = this.database,
  ): Promise<EvidenceHoldView | null> {
    return from.first<EvidenceHoldView>({
      name: 'evidence_find',
      text: `select ${instantSql('h.until')} as until, h.reason, ${instantSql('h.created_at')} as "createdAt",
               case when u.id is not null then ${userSql('u')} end as "heldBy"
             from evidence_holds h left join users u on u.id = h.held_by
             where h.decision_id = $1 and h.${STANDS}`,
      values: [decisionId],
    });
  }

  /** The texts in their order, after a number, as many as fit into a response. */
  async listTexts(
    decisionId: string,
    after: number,
    limit: number,
  ): Promise<(EvidenceTextView & FittingRow & { number: number })[]> {
    return this.database.query({
      name: 'evidence_texts',
      text: fittingSql(
        `select t.number, t.kind, t.author_id as "authorId", t.version, t.body, t.html,
           ${instantSql('t.written_at')} as "writtenAt"
         from evidence_texts t join evidence_holds h on h.decision_id = t.decision_id
         where t.decision_id = $1 and t.number > $2 and h.${STANDS} order by t.number limit $3`,
        'number',
        'octet_length(body) + coalesce(octet_length(html), 0)',
      ),
      values: [decisionId, after, limit],
    });
  }

  /** The holds on the texts of a user, by the ids under which they wrote, earliest end first. */
  async listHeldBack(ids: readonly string[]): Promise<HeldBackView[]> {
    return this.database.query<HeldBackView>({
      name: 'evidence_held_back',
      text: `select case when d.user_id = any($1::uuid[]) is not true then 'report'
                 when d.subject = 'user' then 'account' else d.subject end as about,
               d.comment_id as "commentId", ${instantSql('h.until')} as until, h.reason
             from evidence_holds h join decisions d on d.id = h.decision_id
             where h.${STANDS} and h.decision_id in (
               select id from decisions where user_id = any($1::uuid[])
               union all select decision_id from evidence_texts where author_id = any($1::uuid[]))
             order by h.until, h.decision_id limit ${MOST_TOLD}`,
      values: [ids],
    });
  }
}
