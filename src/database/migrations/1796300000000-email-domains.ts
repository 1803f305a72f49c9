import { domainToASCII } from 'node:url';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Domains of addresses in their ASCII form. Where another account has the mailbox in that form already, it keeps
 * it, and the one in letters signs in by user name.
 */
export class EmailDomains1796300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const rows = (await runner.query(
      "select id, email_key as key from users where email_key ~ '[^ -~]' order by id",
    )) as { id: string; key: string }[];
    for (const { id, key } of rows) {
      const at = key.lastIndexOf('@') + 1;
      const ascii = key.slice(0, at) + (domainToASCII(key.slice(at)) || key.slice(at));
      await runner.query(
        `update users set email_key = $2
         where id = $1 and not exists (select from users where email_key = $2)`,
        [id, ascii],
      );
    }
  }

  /** The former spelling still stands in `email`. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("update users set email_key = lower(email) where email_key like '%@%xn--%'");
  }
}
