import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

const STATEMENTS = [
  `alter table site
    add column confirm_emails boolean not null default false,
    add column unconfirmed_may_comment boolean not null default true`,
  // An account that is pending has not confirmed its address yet: it has no key of one, and goes by then.
  `alter table users
    add column email_failed_at timestamptz,            -- personal: behaviour
    add column language text,                          -- personal: behaviour
    add column pending_until timestamptz               -- personal: behaviour`,
  'create index users_pending_idx on users (pending_until) where pending_until is not null',
  // A proof is a link that was mailed. Its token is derived from this row and a secret, and kept nowhere.
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
  // A caller may have an account or none. The request does the same for both.
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

/** Mail, and the links in it that prove who has an address. */
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
