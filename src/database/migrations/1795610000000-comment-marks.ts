import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classify } from '../personal-data.js';
import { WRITE_COMMENTS } from './1795610000000-write-comments.js';

/** Pins, features and locks of branches. */
export class CommentMarks1795610000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      `alter table comments
         add pinned boolean not null default false,
         add featured boolean not null default false,
         add locked boolean not null default false,
         add lock_count integer not null default 0`,
      `create index comments_pinned_idx on comments (post_id, id) where pinned and status = 'published'`,
      ...classify('comments', ['pinned', 'featured', 'locked', 'lock_count'], {}),
      WRITE_COMMENTS,
    ]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('What was pinned and locked would be lost: restore a backup instead.');
  }
}
