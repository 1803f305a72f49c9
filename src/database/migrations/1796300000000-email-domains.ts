import { domainToASCII } from 'node:url';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Converts domains of addresses to ASCII. If another account already has that address, it keeps it,
 * and the account with the Unicode form signs in by user name.
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

  /** `email` still contains the former spelling. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("update users set email_key = lower(email) where email_key like '%@%xn--%'");
  }
}
