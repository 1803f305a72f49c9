import { Injectable } from '@nestjs/common';
import { instantSql } from '../../database/json-text.js';
import { userSql } from '../../users/accounts/user-json.sql.js';
import { Database, type Tx } from '../../database/database.js';
import { isAbleNow } from '../../users/viewer/standing.sql.js';
import type { Member } from '../../users/viewer/viewer.js';
import { SIGNAL_QUEUE } from './queue-items.sql.js';
import type { ClaimView } from './queue.dto.js';

/** A claim ends after this time without renewal. */
const IDLE_MINUTES = 10;

/** Whether the claim with that alias is active: not idle, and its session has not ended. */
export const LIVE_CLAIM = `claim.active_at > now() - interval '${IDLE_MINUTES} minutes'
  and exists (select 1 from sessions held_by where held_by.id = claim.session_id and held_by.revoked_at is null)`;

const ENDED = `(not (${LIVE_CLAIM}) or exists (select 1 from users holder
  where holder.id = claim.moderator_id and (holder.role = 'member' or not ${isAbleNow('holder')})))`;

export function claimSql(claim: string, user: string): string {
  const endsAt = instantSql(`${claim}.active_at + interval '${IDLE_MINUTES} minutes'`);
  return `json_build_object('by', ${userSql(user)}, 'claimedAt', ${instantSql(`${claim}.claimed_at`)},
    'endsAt', ${endsAt})`;
}

/** The claims of moderators on items of the queue. */
@Injectable()
export class ClaimsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Claims an item, or renews the moderator's own claim.
   * @returns null when somebody else has claimed it; `fresh` when it was not the moderator's before
   */
  async take(
    tx: Tx,
    itemId: string,
    { id: moderatorId, sessionId }: Pick<Member, 'id' | 'sessionId'>,
  ): Promise<{ fresh: boolean; claim: ClaimView } | null> {
    return tx.first<{ fresh: boolean; claim: ClaimView }>({
      name: 'claims_take',
      text: `with taken as (
               insert into queue_claims as claim (item_id, moderator_id, session_id) values ($1, $2, $3)
               on conflict (item_id) do update set moderator_id = $2, session_id = $3, active_at = now(),
                 claimed_at = case when claim.moderator_id = $2 and ${LIVE_CLAIM}
                   then claim.claimed_at else now() end
               where claim.moderator_id = $2 or not (${LIVE_CLAIM})
               returning *
             )
             select taken.claimed_at = now() as fresh, ${claimSql('taken', 'u')} as claim
             from taken join users u on u.id = taken.moderator_id`,
      values: [itemId, moderatorId, sessionId],
    });
  }

  /**
   * Releases an item.
   * @param anybodys also if it is claimed by somebody else
   */
  async release(tx: Tx, itemId: string, moderatorId: string, anybodys: boolean): Promise<boolean> {
    return tx.has({
      name: 'claims_release',
      text: `delete from queue_claims where item_id = $1 and (moderator_id = $2 or $3) returning 1`,
      values: [itemId, moderatorId, anybodys],
    });
  }

  async isTakenByOther(tx: Tx, itemId: string, moderatorId: string): Promise<boolean> {
    return tx.has({
      name: 'claims_other',
      text: `select 1 from queue_claims claim
             where item_id = $1 and moderator_id <> $2 and ${LIVE_CLAIM}`,
      values: [itemId, moderatorId],
    });
  }

  /** Whether no claim has ended by itself. */
  async isIdle(): Promise<boolean> {
    return !(await this.database.has({
      name: 'claims_ended',
      text: `select 1 from queue_claims claim where ${ENDED} limit 1`,
    }));
  }

  /** Deletes every claim that has expired, and notifies staff. */
  async sweep(tx: Tx): Promise<void> {
    await tx.query({
      name: 'claims_sweep',
      text: `with idle as (
               select item_id from queue_claims claim
               where ${ENDED} for update skip locked
             ), swept as (
               delete from queue_claims where item_id in (select item_id from idle) returning item_id
             )
             select ${SIGNAL_QUEUE.name}(swept.item_id, coalesce(q.kind, 'new'), 'released') from swept
               left join queue_items q on q.id = swept.item_id`,
    });
  }
}
