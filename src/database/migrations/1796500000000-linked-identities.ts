import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

/**
 * Marks the identities that were linked by the user of an account. Somebody with a former password
 * may have linked one. The identity that created the account is as old as it, and is not marked.
 */
export class LinkedIdentities1796500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const column = `alter table identities
      add column linked boolean not null default false   -- personal: behaviour`;
    for (const statement of classified(column)) await runner.query(statement);
    await runner.query(
      `update identities i set linked = true from users u
       where u.id = i.user_id and i.created_at > u.created_at + interval '1 minute'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table identities drop column linked');
  }
}
