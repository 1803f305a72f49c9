export const POSTS = [
  /* `scores_hidden_until` is null when scores are shown. What readers see changes by a write, not as time
     passes, so that a version of a page says one thing. `slow_mode_seconds` lie between two comments of an account. */
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
    author_id uuid,                                    -- personal: pseudonym
    revision integer not null default 1,
    source text,
    foreign_id text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    votes text not null default 'updown',
    scores_hidden_until timestamptz,
    slow_mode_seconds integer not null default 0,
    constraint posts_pkey primary key (id),
    constraint posts_key_key unique (key),
    constraint posts_slug_key unique (slug),
    constraint posts_mode_check check (mode in ('open', 'premoderated', 'closed')),
    constraint posts_slow_mode_check check ((slow_mode_seconds >= 0) and (slow_mode_seconds <= 86400)),
    constraint posts_votes_check check (votes in ('updown', 'up', 'off')),
    constraint posts_author_fkey foreign key (author_id) references users(id)
  )`,
  'create index posts_author_idx on posts (author_id) where (author_id is not null)',
  'create index posts_foreign_idx on posts (source, foreign_id) where (source is not null)',
  `create index posts_scores_hidden_idx on posts (scores_hidden_until) where (scores_hidden_until is not null)`,

  /* The pages of the host site under which a post is known, each once. */
  `create table post_urls (
    normalised text not null,
    post_id uuid not null,
    url text not null,
    created_at timestamptz not null default now(),
    constraint post_urls_pkey primary key (normalised),
    constraint post_urls_post_fkey foreign key (post_id) references posts(id) on delete cascade
  )`,
  'create index post_urls_post_idx on post_urls (post_id)',

  /* `continues` is how much of the text is the whole text of the revision before. */
  `create table post_revisions (
    post_id uuid not null,
    revision integer not null,
    title text not null,
    summary text,
    body text,
    html text,
    editor_id uuid,                                    -- personal: pseudonym
    created_at timestamptz not null default now(),
    continues integer,
    constraint post_revisions_pkey primary key (post_id, revision),
    constraint post_revisions_post_fkey foreign key (post_id) references posts(id) on delete cascade
  )`,

  /* What the author of a post has added, with a date; `revision` is what the post said then. */
  `create table post_updates (
    id uuid not null,
    post_id uuid not null,
    author_id uuid not null,                           -- personal: pseudonym
    revision integer not null,
    body text not null,                                -- personal: content
    html text not null,                                -- personal: content
    created_at timestamptz not null default now(),     -- personal: behaviour
    constraint post_updates_pkey primary key (id),
    constraint post_updates_author_fkey foreign key (author_id) references users(id),
    constraint post_updates_post_fkey foreign key (post_id) references posts(id) on delete cascade
  )`,
  'create index post_updates_author_idx on post_updates (author_id)',
  'create index post_updates_post_idx on post_updates (post_id, id)',

  /* Posts whose text has changed since the passages of their comments were looked for. */
  `create table stale_anchors (
    post_id uuid not null,
    since timestamptz not null default now(),
    constraint stale_anchors_pkey primary key (post_id),
    constraint stale_anchors_post_fkey foreign key (post_id) references posts(id) on delete cascade
  )`,

  /* How far a post's log goes, and what is counted with it; events up to `kept_seq` are dropped. Every act on a
     thread locks this row first. Only its key is indexed, so its updates stay within the page. */
  `create table post_heads (
    post_id uuid not null,
    seq bigint not null default 0,
    comment_count integer not null default 0,
    page_version integer not null default 0,
    kept_seq bigint not null default 0,
    constraint post_heads_pkey primary key (post_id),
    constraint post_heads_post_fkey foreign key (post_id) references posts(id) on delete cascade
  ) with (fillfactor=50)`,

  /* Public facts and ids, never a text: texts are joined when the event is sent. */
  `create table post_events (
    post_id uuid not null,
    seq bigint not null,
    type text not null,
    comment_id uuid,
    facts jsonb,
    at timestamptz not null default now(),
    constraint post_events_pkey primary key (post_id, seq)
  ) with (autovacuum_vacuum_scale_factor=0.05)`,

  /* How many read a post on each node, for some seconds. The log of Postgres does not need it. */
  `create unlogged table post_readers (
    post_id uuid not null,
    node_id uuid not null,
    readers integer not null,
    seen_at timestamptz not null,
    constraint post_readers_pkey primary key (post_id, node_id)
  )`,

  /* How far somebody has read the log of a post, on whatever device. */
  `create table readings (
    user_id uuid not null,                             -- personal: pseudonym
    post_id uuid not null,
    last_seen_seq bigint not null,                     -- personal: behaviour
    updated_at timestamptz not null default now(),     -- personal: behaviour
    constraint readings_pkey primary key (user_id, post_id),
    constraint readings_post_fkey foreign key (post_id) references posts(id) on delete cascade,
    constraint readings_user_fkey foreign key (user_id) references users(id) on delete cascade
  )`,
];
