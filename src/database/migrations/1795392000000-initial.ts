import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classify } from '../personal-data.js';
import { PERSONAL } from './1795392000000-personal.js';

const TABLES = [
  /* The one row of the site. `epoch` changes when the database is restored from a backup. */
  `create table site (
    singleton boolean not null default true,
    epoch uuid not null default gen_random_uuid(),
    created_at timestamptz not null default now(),
    constraint site_pkey primary key (singleton),
    constraint site_singleton_check check (singleton)
  )`,

  `create table users (
    id uuid not null,
    kind text not null,
    role text not null default 'member',
    username text,
    display_name text not null,
    bio text not null default '',
    avatar_url text,
    email text,
    email_key text,
    email_verified_at timestamptz,
    password_hash text,
    standing text not null default 'active',
    standing_until timestamptz,
    version integer not null default 1,
    source text,
    foreign_key text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint users_pkey primary key (id),
    constraint users_kind_check check (kind in ('member', 'guest', 'imported')),
    constraint users_role_check check (role in ('member', 'moderator', 'admin')),
    constraint users_standing_check check (standing in ('active', 'premoderated', 'suspended', 'banned')),
    constraint users_member_check check (kind <> 'member' or (username is not null and email is not null))
  )`,
  `create unique index users_username_key on users (lower(username))`,
  `create unique index users_email_key on users (email_key)`,
  `create unique index users_foreign_key on users (source, foreign_key) where source is not null`,

  /* Every key by which an account's names could be mistaken for another's; see text/names. */
  `create table user_names (
    key text not null,
    user_id uuid not null,
    constraint user_names_pkey primary key (key),
    constraint user_names_user_fkey foreign key (user_id) references users (id) on delete cascade
  )`,
  `create index user_names_user_idx on user_names (user_id)`,

  /* A family of refresh tokens: the token of a generation is derived, so none is stored. */
  `create table sessions (
    id uuid not null,
    user_id uuid not null,
    generation integer not null default 1,
    salt bytea not null,
    created_at timestamptz not null default now(),
    rotated_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz,
    revoked_because text,
    constraint sessions_pkey primary key (id),
    constraint sessions_user_fkey foreign key (user_id) references users (id) on delete cascade
  )`,
  `create index sessions_user_idx on sessions (user_id) where revoked_at is null`,

  `create table posts (
    id uuid not null,
    slug text not null,
    key text,
    title text not null,
    url text,
    summary text,
    language text not null default 'en',
    mode text not null default 'open',
    locked boolean not null default false,
    author_id uuid,
    revision integer not null default 1,
    source text,
    foreign_id text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint posts_pkey primary key (id),
    constraint posts_slug_key unique (slug),
    constraint posts_key_key unique (key),
    constraint posts_author_fkey foreign key (author_id) references users (id),
    constraint posts_mode_check check (mode in ('open', 'premoderated', 'closed'))
  )`,
  `create index posts_author_idx on posts (author_id) where author_id is not null`,
  `create index posts_foreign_idx on posts (source, foreign_id) where source is not null`,

  /* The pages of the host site under which a post is known, each once. */
  `create table post_urls (
    normalised text not null,
    post_id uuid not null,
    url text not null,
    created_at timestamptz not null default now(),
    constraint post_urls_pkey primary key (normalised),
    constraint post_urls_post_fkey foreign key (post_id) references posts (id) on delete cascade
  )`,
  `create index post_urls_post_idx on post_urls (post_id)`,

  `create table post_revisions (
    post_id uuid not null,
    revision integer not null,
    title text not null,
    summary text,
    body text,
    html text,
    editor_id uuid,
    created_at timestamptz not null default now(),
    constraint post_revisions_pkey primary key (post_id, revision),
    constraint post_revisions_post_fkey foreign key (post_id) references posts (id) on delete cascade
  )`,

  /* How far a post's log goes, and what is counted with it. Every act on a thread locks this row
     first; nothing in it is indexed but the key, so that its updates stay within the page. */
  `create table post_heads (
    post_id uuid not null,
    seq bigint not null default 0,
    comment_count integer not null default 0,
    page_version integer not null default 0,
    constraint post_heads_pkey primary key (post_id),
    constraint post_heads_post_fkey foreign key (post_id) references posts (id) on delete cascade
  ) with (fillfactor = 50)`,

  /* Public facts and ids, never a text: texts are joined when the event is sent. */
  `create table post_events (
    post_id uuid not null,
    seq bigint not null,
    type text not null,
    comment_id uuid,
    facts jsonb,
    at timestamptz not null default now(),
    constraint post_events_pkey primary key (post_id, seq)
  )`,

  `create table idempotency_records (
    user_id uuid not null,
    key text not null,
    request_hash bytea not null,
    status smallint,
    body text,
    created_at timestamptz not null default now(),
    constraint idempotency_records_pkey primary key (user_id, key)
  )`,
  `create index idempotency_records_age_idx on idempotency_records (created_at)`,

  /* What every node must hear of accounts. */
  `create table signals (
    id bigint generated always as identity,
    type text not null,
    user_id uuid,
    session_id uuid,
    at timestamptz not null default now(),
    constraint signals_pkey primary key (id)
  )`,

  /* parent_id has no foreign key: an insert joins its parent under the head's lock, and rows with
     replies are never deleted. */
  `create table comments (
    id uuid not null,
    post_id uuid not null,
    parent_id uuid,
    root_id uuid not null,
    depth integer not null,
    author_id uuid not null,
    status text not null,
    listed boolean not null,
    version integer not null default 1,
    reply_count integer not null default 0,
    upvotes integer not null default 0,
    downvotes integer not null default 0,
    post_revision integer not null,
    renderer smallint not null,
    created_at timestamptz not null,
    published_at timestamptz,
    edited_at timestamptz,
    removed_by text,
    removal_reason text,
    hold jsonb,
    source text,
    foreign_id text,
    body text not null,
    html text not null,
    constraint comments_pkey primary key (id),
    constraint comments_post_fkey foreign key (post_id) references posts (id),
    constraint comments_author_fkey foreign key (author_id) references users (id),
    constraint comments_status_check check (status in ('published', 'held', 'removed', 'deleted')),
    constraint comments_removed_by_check check (removed_by in ('author', 'moderation'))
  ) with (fillfactor = 90)`,
  `create index comments_top_idx on comments (post_id, id) where parent_id is null and listed`,
  `create index comments_replies_idx on comments (parent_id, id) where parent_id is not null and listed`,
  `create index comments_hidden_replies_idx on comments (parent_id) where parent_id is not null and not listed`,
  `create index comments_held_idx on comments (id) where status = 'held'`,
  `create index comments_author_idx on comments (author_id, post_id, id)`,
  `create unique index comments_foreign_key on comments (post_id, source, foreign_id) where source is not null`,

  /* Texts before an edit; \`marked\` is false for those of the silent minutes. */
  `create table comment_revisions (
    comment_id uuid not null,
    version integer not null,
    body text not null,
    html text not null,
    written_at timestamptz not null,
    replaced_at timestamptz not null default now(),
    marked boolean not null,
    constraint comment_revisions_pkey primary key (comment_id, version),
    constraint comment_revisions_comment_fkey foreign key (comment_id) references comments (id) on delete cascade
  )`,

  `create table comment_flags (
    id uuid not null,
    comment_id uuid not null,
    post_id uuid not null,
    user_id uuid not null,
    reason text not null,
    detail text,
    state text not null default 'open',
    decision_id uuid,
    created_at timestamptz not null default now(),
    resolved_at timestamptz,
    constraint comment_flags_pkey primary key (id),
    constraint comment_flags_comment_fkey foreign key (comment_id) references comments (id) on delete cascade,
    constraint comment_flags_user_fkey foreign key (user_id) references users (id),
    constraint comment_flags_state_check check (state in ('open', 'agreed', 'disagreed', 'gone'))
  )`,
  `create unique index comment_flags_open_key on comment_flags (comment_id, user_id) where state = 'open'`,
  `create index comment_flags_open_idx on comment_flags (id) where state = 'open'`,
  `create index comment_flags_comment_idx on comment_flags (comment_id, state, id)`,
  `create index comment_flags_user_idx on comment_flags (user_id)`,

  `create table decisions (
    id uuid not null,
    subject text not null,
    comment_id uuid,
    post_id uuid,
    user_id uuid,
    moderator_id uuid not null,
    action text not null,
    reason text,
    note text,
    until timestamptz,
    comment_version integer,
    created_at timestamptz not null default now(),
    constraint decisions_pkey primary key (id),
    constraint decisions_subject_check check (subject in ('comment', 'post', 'user'))
  )`,
  `create index decisions_comment_idx on decisions (comment_id) where comment_id is not null`,
  `create index decisions_user_idx on decisions (user_id) where user_id is not null`,
];

export class Initial1795392000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    await runner.query('insert into site default values');
    for (const statement of await this.classification(runner)) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migration has nothing to go back to: drop the database instead.');
  }

  private async classification(runner: QueryRunner): Promise<string[]> {
    const rows = (await runner.query(
      `select table_name as "table", array_agg(column_name::text order by ordinal_position) as columns
       from information_schema.columns
       where table_schema = current_schema() and table_name <> 'migrations'
       group by table_name`,
    )) as { table: string; columns: string[] }[];
    return rows.flatMap(({ table, columns }) => classify(table, columns, PERSONAL[table] ?? {}));
  }
}
