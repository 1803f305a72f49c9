import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

/**
 * What an undo of a merge takes back of subscriptions, and how far the followers of a post were told of an event of
 * its log: of very many a part at a time.
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
