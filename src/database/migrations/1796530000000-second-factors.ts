import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

/**
 * TOTP codes as second factors beside the password, and recovery codes. A secret is stored
 * encrypted, with the last accepted time step; of a recovery code only a digest is stored.
 */
export class SecondFactors1796530000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const apps = `create table totp_factors (
      user_id uuid not null,                             -- personal: pseudonym
      secret bytea not null,                             -- personal: secret
      last_step bigint not null default 0,               -- personal: behaviour
      begun_at timestamptz not null default now(),       -- personal: behaviour
      confirmed_at timestamptz,                          -- personal: behaviour
      constraint totp_factors_pkey primary key (user_id),
      constraint totp_factors_user_fkey foreign key (user_id) references users(id) on delete cascade
    )`;
    const codes = `create table recovery_codes (
      user_id uuid not null,                             -- personal: pseudonym
      digest bytea not null,                             -- personal: secret
      used_at timestamptz,                               -- personal: behaviour
      constraint recovery_codes_pkey primary key (user_id, digest),
      constraint recovery_codes_user_fkey foreign key (user_id) references users(id) on delete cascade
    )`;
    const sessions = `alter table sessions
      add column second_factor boolean not null default false     -- personal: behaviour`;
    for (const statement of [apps, codes, sessions].flatMap(classified))
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table sessions drop column second_factor');
    await runner.query('drop table recovery_codes');
    await runner.query('drop table totp_factors');
  }
}
