import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database.js';
import { nameKeys } from '../text/confusables.js';
import { NameTaken } from './users.errors.js';

export interface Names {
  username: string;
  displayName: string;
}

/** The claims of accounts on every key by which their names could be mistaken for another's. */
@Injectable()
export class UserNamesRepository {
  /**
   * Claims the keys of both names of a user and releases the keys of former ones. It waits for a claim
   * that is made at the same time, so one of two wins. The two names may share keys.
   * @throws NameTaken
   */
  async claim(tx: Tx, userId: string, { username, displayName }: Names): Promise<void> {
    const keys = [...new Set([...nameKeys(username), ...nameKeys(displayName)])].sort();
    const rows = await tx.query<{ key: string }>({
      text: `with released as (
               delete from user_names where user_id = $1 and key <> all($2::text[])
             ), claimed as (
               insert into user_names (key, user_id) select key, $1 from unnest($2::text[]) as key
               on conflict (key) do nothing returning key
             )
             select key from claimed
             union all select key from user_names where user_id = $1 and key = any($2::text[])`,
      values: [userId, keys],
    });
    const own = new Set(rows.map(({ key }) => key));
    if (!nameKeys(username).every((key) => own.has(key))) throw new NameTaken('/username');
    if (!nameKeys(displayName).every((key) => own.has(key))) throw new NameTaken('/displayName');
  }
}
