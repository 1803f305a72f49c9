import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';
import { nameKeys } from '../../text/names/confusables.js';
import type { UserEntity } from './user.entity.js';

/** Separates these locks from those of idempotency keys. */
const LOCKS = 1;

const DIGEST = `sha256(convert_to(key, 'UTF8'))`;

/** The keys among the given ones that an erased user had. */
const RETIRED = (keys: string) =>
  `select key from unnest(${keys}::text[]) as key where ${DIGEST} in (select digest from retired_names)`;

type TakenName = '/username' | '/displayName';

/**
 * The keys of names that could be confused, each owned by one account: those of every user name,
 * and of the display names of staff. Display names of members may be the same.
 */
@Injectable()
export class UserNamesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Claims the names of an account and releases its former ones. Claims of the same key are
   * serialised, so one of two wins. A guest has no user name to claim, and their display name is
   * not reserved. An imported author keeps their name, even if another account has it.
   * @returns which of its names another or an erased account holds; null when none
   */
  async claim(
    tx: Tx,
    {
      id,
      username,
      displayName,
      role,
      kind,
    }: Pick<UserEntity, 'id' | 'username' | 'displayName' | 'role' | 'kind'>,
  ): Promise<TakenName | null> {
    if (kind === 'imported') return null;
    const ofUser = username === null ? [] : nameKeys(username);
    const shown = nameKeys(displayName);
    const claimed = role === 'member' ? ofUser : [...ofUser, ...shown];
    const keys = [...new Set([...ofUser, ...shown])].sort();
    await tx.query({
      text: `select pg_advisory_xact_lock(hashtextextended(key, ${LOCKS})) from unnest($1::text[]) as key`,
      values: [keys],
    });
    const taken = await tx.query<{ key: string }>({
      text: `with released as (
               delete from user_names where user_id = $1 and key <> all($2::text[])
             ), claimed as (
               insert into user_names (key, user_id) select distinct key, $1::uuid from unnest($2::text[]) as key
               on conflict (key) do nothing
             )
             select key from user_names where user_id <> $1 and key = any($3::text[])
             union all ${RETIRED('$3')}`,
      values: [id, claimed, keys],
    });
    return whichIsTaken(ofUser, shown, taken);
  }

  /** Which of two names an existing or erased account holds; it takes no lock. Null when none. */
  async findTaken(username: string, displayName: string): Promise<TakenName | null> {
    const [ofUser, shown] = [nameKeys(username), nameKeys(displayName)];
    const taken = await this.database.query<{ key: string }>({
      text: `select key from user_names where key = any($1::text[]) union all ${RETIRED('$1')}`,
      values: [[...ofUser, ...shown]],
    });
    return whichIsTaken(ofUser, shown, taken);
  }

  /** Reserves the names of an account forever; only their digests are kept. */
  async retire(tx: Tx, userId: string): Promise<void> {
    await tx.query({
      text: `with gone as (delete from user_names where user_id = $1 returning key)
             insert into retired_names (digest) select ${DIGEST} from gone on conflict do nothing`,
      values: [userId],
    });
  }
}

function whichIsTaken(
  ofUser: readonly string[],
  shown: readonly string[],
  taken: readonly { key: string }[],
): TakenName | null {
  const others = new Set(taken.map(({ key }) => key));
  if (ofUser.some((key) => others.has(key))) return '/username';
  return shown.some((key) => others.has(key)) ? '/displayName' : null;
}
