import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

/**
 * Passkeys of accounts, and the challenges that they have answered, each accepted once. A passkey
 * that was added with only the password is deleted when the password is reset.
 */
export class Passkeys1796560000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const passkeys = `create table passkeys (
      id uuid not null,                                  -- personal: pseudonym
      user_id uuid not null,                             -- personal: pseudonym
      credential_id bytea not null,                      -- personal: pseudonym
      public_key bytea not null,                         -- personal: pseudonym
      counter bigint not null,                           -- personal: behaviour
      name text not null,                                -- personal: content
      backed_up boolean not null,                        -- personal: behaviour
      by_password boolean not null,                      -- personal: behaviour
      created_at timestamptz not null default now(),     -- personal: behaviour
      last_used_at timestamptz,                          -- personal: behaviour
      constraint passkeys_pkey primary key (id),
      constraint passkeys_credential_key unique (credential_id),
      constraint passkeys_user_fkey foreign key (user_id) references users(id) on delete cascade
    )`;
    const used = `create table used_challenges (
      digest bytea not null,
      expires_at timestamptz not null,
      constraint used_challenges_pkey primary key (digest)
    )`;
    for (const statement of [passkeys, used].flatMap(classified)) await runner.query(statement);
    await runner.query('create index passkeys_user_idx on passkeys (user_id, id)');
    await runner.query('create index used_challenges_expired_idx on used_challenges (expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table used_challenges');
    await runner.query('drop table passkeys');
  }
}
