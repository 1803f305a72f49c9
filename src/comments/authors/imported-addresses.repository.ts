import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';

/** The keyed hashes of the addresses under which imported authors wrote; no address is kept. */
@Injectable()
export class ImportedAddressesRepository {
  /** An import that is done again renews it, by the present key. */
  async note(tx: Tx, authorId: string, hash: Buffer): Promise<void> {
    await tx.query({
      name: 'imported_addresses_note',
      text: `insert into imported_addresses (author_id, hash) values ($1, $2)
             on conflict (author_id) do update set hash = excluded.hash
             where imported_addresses.hash <> excluded.hash`,
      values: [authorId, hash],
    });
  }

  /** The authors of an address, by its hashes; locked in the order of their ids. */
  async lockAuthors(tx: Tx, hashes: readonly Buffer[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>({
      name: 'imported_addresses_lock',
      text: `select author_id as id from imported_addresses where hash = any($1::bytea[])
             order by author_id for update`,
      values: [hashes],
    });
    return rows.map(({ id }) => id);
  }

  /** The address that an account has proved; null where it has proved none. It stays so until the commit. */
  async findProven(tx: Tx, userId: string): Promise<string | null> {
    const [row] = await tx.query<{ key: string }>({
      name: 'imported_addresses_proven',
      text: `select email_key as key from users
             where id = $1 and email_verified_at is not null and email_key is not null for share`,
      values: [userId],
    });
    return row?.key ?? null;
  }
}
