import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

const STATEMENTS = [
  `alter table site
    add column confirm_emails boolean not null default false,
    add column unconfirmed_may_comment boolean not null default true`,
  // A pending account has not confirmed its address: it has no address key yet, and expires.
  `alter table users
    add column email_failed_at timestamptz,            -- personal: behaviour
    add column language text,                          -- personal: behaviour
    add column pending_until timestamptz               -- personal: behaviour`,
  'create index users_pending_idx on users (pending_until) where pending_until is not null',
  // A proof is a mailed link. Its token is derived from this row and a secret, and not stored.
  `create table account_proofs (
    id uuid not null,
    user_id uuid not null,                             -- personal: pseudonym
    purpose text not null,
    email text not null,                               -- personal: contact
    email_key text not null,                           -- personal: contact
    state bytea not null,                              -- personal: secret
    language text not null,                            -- personal: behaviour
    created_at timestamptz not null default now(),     -- personal: behaviour
    expires_at timestamptz not null,
    used_at timestamptz,                               -- personal: behaviour
    constraint account_proofs_pkey primary key (id),
    constraint account_proofs_purpose_check check (purpose in ('confirm', 'reset', 'change', 'take-back')),
    constraint account_proofs_user_fkey foreign key (user_id) references users (id) on delete cascade
  )`,
  'create index account_proofs_user_idx on account_proofs (user_id)',
  'create index account_proofs_email_idx on account_proofs (email_key)',
  'create index account_proofs_expires_idx on account_proofs (expires_at)',
  // The request does the same with and without an account, so it reveals nothing to the caller.
  `create table proof_requests (
    id uuid not null,
    purpose text not null,
    email_key text not null,                           -- personal: contact
    language text not null,                            -- personal: behaviour
    created_at timestamptz not null default now(),     -- personal: behaviour
    constraint proof_requests_pkey primary key (id),
    constraint proof_requests_purpose_check check (purpose in ('confirm', 'reset'))
  )`,
  'create index proof_requests_created_idx on proof_requests (created_at)',
];

/** Mails, and the links in them that prove the ownership of an address. */
export class MailAndProofs1796440000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS.flatMap(classified)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table proof_requests');
    await runner.query('drop table account_proofs');
    await runner.query('delete from users where pending_until is not null');
    await runner.query(
      'alter table users drop column pending_until, drop column language, drop column email_failed_at',
    );
    await runner.query(
      'alter table site drop column unconfirmed_may_comment, drop column confirm_emails',
    );
  }
}
