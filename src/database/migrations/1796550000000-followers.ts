import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

/**
 * The subscriptions that an undo of a merge restores, and the progress of notifying the followers
 * of a post about an event: many followers are notified in pieces.
 */
const UP = [
  `alter table subscriptions
    add column carried_from uuid`,
  `alter table followed_posts
    add column told_to uuid -- personal: pseudonym`,
  'create index subscriptions_followers_idx on subscriptions (post_id, level, user_id)',
  'drop index subscriptions_post_idx',
];

const DOWN = [
  'create index subscriptions_post_idx on subscriptions (post_id, level)',
  'drop index subscriptions_followers_idx',
  'alter table followed_posts drop column told_to',
  'alter table subscriptions drop column carried_from',
];

export class Followers1796550000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP.flatMap(classified)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
