import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

const TABLES = [
  /* `verified` is false for a page that a reader named and that was not found to name itself so. */
  `alter table posts
    add column listed boolean not null default true,
    add column verified boolean not null default true,
    add column made_by text not null default 'staff'`,
  `alter table posts add constraint posts_made_by_check check (made_by in ('staff', 'import', 'reader'))`,
  'create index posts_listed_idx on posts (id) where listed',
  'create index posts_unlisted_idx on posts (id) where (not listed)',
  'create index posts_unverified_idx on posts (id) where (not verified)',
  `create index posts_front_idx on posts (id) where (listed and (made_by = 'staff'))`,

  /* Pages that readers have named, until they are found to name themselves so. */
  `create table page_checks (
    post_id uuid not null,
    url text not null,
    key text,
    asked_by uuid,                                     -- personal: pseudonym
    tries integer not null default 0,
    due_at timestamptz not null,
    created_at timestamptz not null default now(),     -- personal: behaviour
    constraint page_checks_pkey primary key (post_id),
    constraint page_checks_post_fkey foreign key (post_id) references posts(id) on delete cascade,
    constraint page_checks_user_fkey foreign key (asked_by) references users(id) on delete set null
  )`,
  'create index page_checks_asked_idx on page_checks (asked_by, created_at)',
  'create index page_checks_due_idx on page_checks (due_at)',
];

/** Pages that readers have named so far are listed after a check; their discussions continue. */
const FORMER = [
  `update posts set made_by = 'import' where source is not null and source <> 'demo'`,
  `update posts p set made_by = 'reader', listed = false
   from post_revisions r join users u on u.id = r.editor_id
   where r.post_id = p.id and r.revision = 1 and r.body is null and p.url is not null and u.role = 'member'`,
  `insert into page_checks (post_id, url, due_at)
   select id, url, now() from posts where made_by = 'reader'`,
];

export class HostPages1796230000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES.flatMap(classified)) await runner.query(statement);
    for (const statement of FORMER) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table page_checks');
    await runner.query(
      'alter table posts drop column listed, drop column verified, drop column made_by',
    );
  }
}
