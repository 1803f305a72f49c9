import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classify } from '../personal-data.js';
import { WRITE_COMMENTS as FORMER } from './1795610000000-write-comments.js';
import { WRITE_COMMENTS } from './1795620000000-write-comments.js';

const CHANGES = [
  /* Seconds between two comments of one account; 0 for none. */
  `alter table posts
    add slow_mode_seconds integer not null default 0,
    add constraint posts_slow_mode_check check (slow_mode_seconds between 0 and 86400)`,

  /* How many comments of an account must be published before its next ones are at once; 0 for none. */
  `alter table site
    add hold_first_comments integer not null default 0,
    add constraint site_hold_first_check check (hold_first_comments between 0 and 100)`,

  /* What a comment refers to; null where it refers to nothing, which costs nothing. */
  `alter table comments add anchor jsonb, add quotes jsonb`,
  `create index comments_anchored_idx on comments (post_id, id) where anchor is not null`,
  `create index comments_quoting_idx on comments using gin (quotes jsonb_path_ops) where quotes is not null`,
];

export class Passages1795620000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const classes = [
      ...classify('posts', ['slow_mode_seconds'], {}),
      ...classify('site', ['hold_first_comments'], {}),
      ...classify('comments', ['anchor', 'quotes'], { anchor: 'content', quotes: 'content' }),
    ];
    for (const statement of [
      ...CHANGES,
      'drop function write_comments',
      WRITE_COMMENTS,
      ...classes,
    ])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [
      'drop function write_comments',
      'alter table comments drop anchor, drop quotes',
      'alter table site drop hold_first_comments',
      'alter table posts drop slow_mode_seconds',
    ]) {
      await runner.query(statement);
    }
    await runner.query(FORMER);
  }
}
