import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';

const PROVEN = `select email_key as key from users
  where id = $1 and email_verified_at is not null and email_key is not null`;

/** The keyed hashes of the addresses of imported authors. No address is stored. */
@Injectable()
export class ImportedAddressesRepository {
  constructor(private readonly database: Database) {}

  /**
   * A repeated import renews the address hashes with the current key. A comment that an account has
   * claimed no longer belongs to an imported author, so it gets no hash.
   */
  async note(tx: Tx, authorId: string, hash: Buffer): Promise<void> {
    await tx.query({
      name: 'imported_addresses_note',
      text: `insert into imported_addresses (author_id, hash)
             select id, $2::bytea from users where id = $1 and kind = 'imported'
             on conflict (author_id) do update set hash = excluded.hash
             where imported_addresses.hash <> excluded.hash`,
      values: [authorId, hash],
    });
  }

  /** The authors of an address, by its hashes; locked in the order of their ids. */
  async lockAuthors(tx: Tx, hashes: readonly Buffer[]): Promise<string[]> {
    return tx.column<string>({
      name: 'imported_addresses_lock',
      text: `select author_id as id from imported_addresses where hash = any($1::bytea[])
             order by author_id for update`,
      values: [hashes],
    });
  }

  /** The confirmed address of an account; null if it has none. */
  async findProven(userId: string): Promise<string | null> {
    const [row] = await this.database.query<{ key: string }>({
      name: 'imported_addresses_proven',
      text: PROVEN,
      values: [userId],
    });
    return row?.key ?? null;
  }

  /** The confirmed address of an account, with its row locked until the commit. */
  async holdProven(tx: Tx, userId: string): Promise<string | null> {
    const [row] = await tx.query<{ key: string }>({
      name: 'imported_addresses_hold_proven',
      text: `${PROVEN} for share`,
      values: [userId],
    });
    return row?.key ?? null;
  }

  /**
   * Selects the comments under the address hashes that an account may claim. Comments that another
   * account has claimed are excluded, and so are those that are being transferred to this account.
   */
  async countComments(userId: string, hashes: readonly Buffer[]): Promise<number> {
    const [{ count }] = await this.database.query<{ count: number }>({
      name: 'imported_addresses_count',
      text: `select count(*)::integer as count
             from imported_addresses i join comments c on c.author_id = i.author_id
             where i.hash = any($2::bytea[]) and not exists (
               select from authorships a
               where a.author_id = i.author_id and (a.user_id <> $1 or a.moving))`,
      values: [userId, hashes],
    });
    return count;
  }
}
