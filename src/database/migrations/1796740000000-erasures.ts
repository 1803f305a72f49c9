import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

const TABLES = [
  /* An account whose holder has asked for its erasure; the row goes with the end of the erasure. */
  `create table erasures (
    user_id uuid not null, -- personal: pseudonym
    comments text not null, -- personal: behaviour
    asked_at timestamptz not null default now(), -- personal: behaviour
    due_at timestamptz not null, -- personal: behaviour
    began_at timestamptz, -- personal: behaviour
    constraint erasures_pkey primary key (user_id),
    constraint erasures_comments_check check (comments in ('anonymise', 'remove')),
    constraint erasures_user_fkey foreign key (user_id) references users(id) on delete cascade
  )`,
  /* A key of a name that nobody gets again, as its digest: the account that had it was erased. */
  `create table retired_names (
    digest bytea not null,
    constraint retired_names_pkey primary key (digest)
  )`,
];

const CLOSED = `alter table users
  add column closed_at timestamptz -- personal: behaviour`;

/** Replaces the constraint on `kind`. Postgres checks all rows against the new one. */
const kinds = (list: string) =>
  `alter table users drop constraint users_kind_check,
     add constraint users_kind_check check (kind in (${list}))`;

export class Erasures1796740000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, CLOSED].flatMap(classified)) await runner.query(statement);
    await runner.query(kinds(`'member', 'guest', 'imported', 'erased'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(kinds(`'member', 'guest', 'imported'`));
    await runner.query('alter table users drop column closed_at');
    await runner.query('drop table retired_names');
    await runner.query('drop table erasures');
  }
}
