import { Injectable } from '@nestjs/common';
import { NIL } from '../../database/ids.js';
import { Database } from '../../database/database.js';
import { leftNothing } from '../../users/accounts/traces.sql.js';

/** A guest, in the order of joining. */
export interface GuestPlace {
  at: string;
  id: string;
}

export const FIRST_GUEST: GuestPlace = { at: '-infinity', id: NIL };

/** The number of guests that one statement checks. */
const A_PIECE = 1_000;

/** Guests without any data except their name. */
@Injectable()
export class IdleGuestsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Checks the next guests who joined at least `seconds` ago. Deletes those who left no data and
   * have no session. A guest with a moderation decision or a report is kept, and so is one whose
   * comments an account has claimed.
   * @returns the last guest that was checked; null when there are no more
   */
  async dropIdle(after: GuestPlace, seconds: number): Promise<GuestPlace | null> {
    const [piece] = await this.database.execute<{ count: number } & GuestPlace>({
      name: 'guests_drop_idle',
      text: `with old as materialized (
               select id, created_at from users
               where kind = 'guest' and (created_at, id) > ($1::timestamptz, $2::uuid)
                 and created_at < now() - make_interval(secs => $3)
               order by created_at, id limit ${A_PIECE}
             ), idle as materialized (
               select u.id from old join users u on u.id = old.id
               where u.standing = 'active'
                 and ${leftNothing('u')}
                 and not exists (select from authorships x where x.author_id = u.id)
                 and not exists (select from sessions x
                   where x.user_id = u.id and x.revoked_at is null and x.expires_at > now())
               for update of u skip locked
             ), gone as (delete from users where id = any(array(select id from idle)))
             select (select count(*)::integer from old) as count, last.created_at::text as at, last.id
             from (select created_at, id from old order by created_at desc, id desc limit 1) last`,
      values: [after.at, after.id, seconds],
    });
    return piece?.count === A_PIECE ? { at: piece.at, id: piece.id } : null;
  }
}
