import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

const TABLES = [
  `create table ignored_users (
    user_id uuid not null, -- personal: pseudonym
    ignored_id uuid not null, -- personal: pseudonym
    created_at timestamptz not null default now(), -- personal: behaviour
    constraint ignored_users_pkey primary key (user_id, ignored_id),
    constraint ignored_users_user_fkey foreign key (user_id) references users(id) on delete cascade,
    constraint ignored_users_ignored_fkey foreign key (ignored_id) references users(id) on delete cascade
  )`,
  /* What somebody wants to hear of a post; without a row replies and mentions. */
  `create table subscriptions (
    user_id uuid not null, -- personal: pseudonym
    post_id uuid not null,
    level text not null, -- personal: behaviour
    since timestamptz not null default now(), -- personal: behaviour
    constraint subscriptions_pkey primary key (user_id, post_id),
    constraint subscriptions_level_check check (level in ('all', 'none')),
    constraint subscriptions_user_fkey foreign key (user_id) references users(id) on delete cascade,
    constraint subscriptions_post_fkey foreign key (post_id) references posts(id) on delete cascade
  )`,
  /* What somebody has chosen for a kind of notification; without a row the default of the code. */
  `create table notification_preferences (
    user_id uuid not null, -- personal: pseudonym
    type text not null,
    bell boolean not null, -- personal: behaviour
    mail text not null, -- personal: behaviour
    constraint notification_preferences_pkey primary key (user_id, type),
    constraint notification_preferences_mail_check check (mail in ('off', 'at_once', 'daily', 'weekly')),
    constraint notification_preferences_user_fkey foreign key (user_id) references users(id) on delete cascade
  )`,
  /*
   * What somebody is told, once for its cause: a comment, a decision, or an update of a post. The comment
   * may be gone or in another post by now; who reads a notification reads the comment as it is then.
   */
  `create table notifications (
    id uuid not null,
    user_id uuid not null, -- personal: pseudonym
    type text not null, -- personal: behaviour
    cause uuid not null, -- personal: behaviour
    comment_id uuid,
    post_id uuid,
    state text not null default 'waiting', -- personal: behaviour
    created_at timestamptz not null default now(), -- personal: behaviour
    ready_at timestamptz not null, -- personal: behaviour
    read_at timestamptz, -- personal: behaviour
    constraint notifications_pkey primary key (id),
    constraint notifications_cause_key unique (cause, user_id),
    constraint notifications_type_check check (type in ('reply', 'mention', 'followed', 'decision', 'correction')),
    constraint notifications_state_check check (state in ('waiting', 'told', 'withheld')),
    constraint notifications_user_fkey foreign key (user_id) references users(id) on delete cascade
  )`,
  /* How far the log of a post was looked at for whom to tell; without a row from its beginning. */
  `create table followed_posts (
    post_id uuid not null,
    seq bigint not null,
    constraint followed_posts_pkey primary key (post_id),
    constraint followed_posts_post_fkey foreign key (post_id) references posts(id) on delete cascade
  ) with (fillfactor=50)`,
];

const INDEXES = [
  'create index ignored_users_ignored_idx on ignored_users (ignored_id)',
  'create index subscriptions_post_idx on subscriptions (post_id, level)',
  'create index notifications_user_idx on notifications (user_id, id desc)',
  'create index notifications_unread_idx on notifications (user_id, id desc) where read_at is null',
  `create index notifications_due_idx on notifications (ready_at) where state = 'waiting'`,
  `create index notifications_followed_idx on notifications (user_id, post_id)
     where type = 'followed' and read_at is null`,
];

/** Events before this migration cause no notifications. */
const BEGIN = 'insert into followed_posts (post_id, seq) select post_id, seq from post_heads';

export class Notifications1796490000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES.flatMap(classified), ...INDEXES, BEGIN])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'followed_posts',
      'notifications',
      'notification_preferences',
      'subscriptions',
      'ignored_users',
    ])
      await runner.query(`drop table ${table}`);
  }
}
