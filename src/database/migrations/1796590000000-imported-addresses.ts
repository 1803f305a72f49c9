import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

/** Keyed hashes of imported addresses: an account that proves one gets the comments. */
export class ImportedAddresses1796590000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const table = `create table imported_addresses (
      author_id uuid not null,                           -- personal: pseudonym
      hash bytea not null,                               -- personal: pseudonym
      constraint imported_addresses_pkey primary key (author_id),
      constraint imported_addresses_author_fkey foreign key (author_id) references users(id) on delete cascade
    )`;
    for (const statement of classified(table)) await runner.query(statement);
    await runner.query('create index imported_addresses_hash_idx on imported_addresses (hash)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table imported_addresses');
  }
}
