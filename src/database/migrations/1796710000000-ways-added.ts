import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

const FORMER = ['confirm', 'reset', 'change', 'take-back'];

const purposeIn = (purposes: readonly string[]) =>
  `purpose in (${purposes.map((one) => `'${one}'`).join(', ')})`;

const STATEMENTS = [
  `alter table account_proofs
    add column way text,                               -- personal: behaviour
    add column way_id uuid                             -- personal: pseudonym`,
  'alter table account_proofs drop constraint account_proofs_purpose_check',
  `alter table account_proofs add constraint account_proofs_purpose_check check (${purposeIn([...FORMER, 'not-me'])})`,
  `alter table account_proofs add constraint account_proofs_way_check check (way in ('app', 'passkey', 'site', 'codes', 'code'))`,
  // A link identifies the app or the site that it removes, so it never removes a later one.
  `alter table totp_factors
    add column id uuid not null default gen_random_uuid() -- personal: pseudonym`,
  `alter table identities
    add column id uuid not null default gen_random_uuid() -- personal: pseudonym`,
  'alter table identities add constraint identities_id_key unique (id)',
];

/** Mailed links that remove a recently added factor, which somebody else may have added. */
export class WaysAdded1796710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS.flatMap(classified)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table identities drop column id');
    await runner.query('alter table totp_factors drop column id');
    await runner.query(`delete from account_proofs where purpose = 'not-me'`);
    await runner.query('alter table account_proofs drop column way_id, drop column way');
    await runner.query('alter table account_proofs drop constraint account_proofs_purpose_check');
    await runner.query(
      `alter table account_proofs add constraint account_proofs_purpose_check check (${purposeIn(FORMER)})`,
    );
  }
}
