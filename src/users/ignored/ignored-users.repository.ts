import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';
import type { UserView } from '../accounts/users.dto.js';
import { userSql } from '../accounts/user-json.sql.js';

/** The accounts that users ignore. */
@Injectable()
export class IgnoredUsersRepository {
  constructor(private readonly database: Database) {}

  /**
   * Runs under the lock of the account, so that concurrent requests cannot exceed the limit.
   * @returns whether it is ignored now; false when the account ignores `most` others already
   */
  async add(tx: Tx, userId: string, ignoredId: string, most: number): Promise<boolean> {
    return tx.has({
      name: 'ignored_add',
      text: `with added as (
               insert into ignored_users (user_id, ignored_id)
               select $1, $2 where (select count(*) from ignored_users where user_id = $1) < $3
               on conflict do nothing returning 1
             )
             select 1 from added
             union all select 1 from ignored_users where user_id = $1 and ignored_id = $2`,
      values: [userId, ignoredId, most],
    });
  }

  /** @param username case-insensitive, of any account or none */
  async remove(tx: Tx, userId: string, username: string): Promise<void> {
    await tx.query({
      name: 'ignored_remove',
      text: `delete from ignored_users where user_id = $1
               and ignored_id = (select id from users where lower(username) = lower($2))`,
      values: [userId, username],
    });
  }

  /** The newest accounts first. */
  async list(
    userId: string,
    limit: number,
    beforeId: string,
  ): Promise<{ id: string; user: UserView }[]> {
    return this.database.query({
      name: 'ignored_list',
      text: `select u.id, ${userSql('u')} as user
             from ignored_users i join users u on u.id = i.ignored_id
             where i.user_id = $1 and i.ignored_id < $3
             order by i.ignored_id desc limit $2`,
      values: [userId, limit, beforeId],
    });
  }
}
