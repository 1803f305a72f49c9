import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classify } from '../personal-data.js';

/** Accounts that are shown otherwise than before, until the pages that show them have been let go of. */
export class AuthorChanges1795950100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      /* `change` tells two changes of one account apart; `after` is the last post that was done. */
      `create table author_changes (
        user_id uuid not null,
        change uuid not null,
        after uuid,
        beat_at timestamptz not null default now(),
        constraint author_changes_pkey primary key (user_id),
        constraint author_changes_user_fkey foreign key (user_id) references users (id) on delete cascade
      )`,
      ...classify('author_changes', ['user_id', 'change', 'after', 'beat_at'], {
        user_id: 'pseudonym',
      }),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table author_changes');
  }
}
