import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

/** Named guests, who have no account, and the comments that accounts took over from them. */
export class Guests1796540000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const authorships = `create table authorships (
      author_id uuid not null,                           -- personal: pseudonym
      user_id uuid not null,                             -- personal: pseudonym
      created_at timestamptz not null default now(),     -- personal: behaviour
      constraint authorships_pkey primary key (author_id),
      constraint authorships_author_fkey foreign key (author_id) references users(id) on delete cascade,
      constraint authorships_user_fkey foreign key (user_id) references users(id) on delete cascade
    )`;
    const rule = `alter table site
      add column guests text not null default 'off'`;
    for (const statement of [...classified(authorships), ...classified(rule)])
      await runner.query(statement);
    await runner.query(
      `alter table site add constraint site_guests_check check (guests in ('off', 'held', 'open'))`,
    );
    await runner.query('create index authorships_user_idx on authorships (user_id)');
    await runner.query(
      `alter table users add constraint users_guest_check check ((kind <> 'guest') or (
         (role = 'member') and (username is null) and (email is null) and (email_key is null) and (password_hash is null)))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table users drop constraint users_guest_check');
    await runner.query('alter table site drop column guests');
    await runner.query('drop table authorships');
  }
}
