import { EXCERPT } from './excerpt.js';

export const COMMENTS = [
  /* `parent_id` has no foreign key: an insert joins its parent under the lock of the head, and rows with replies
     are never deleted. `best` and `controversial` are keys of the sorts; the counts are in no index, so a vote
     updates its comment within the page. */
  `create table comments (
    id uuid not null,
    post_id uuid not null,
    parent_id uuid,
    root_id uuid not null,
    depth integer not null,
    author_id uuid not null,                           -- personal: pseudonym
    status text not null,
    listed boolean not null,
    version integer not null default 1,
    reply_count integer not null default 0,
    upvotes integer not null default 0,
    downvotes integer not null default 0,
    post_revision integer not null,
    renderer smallint not null,
    created_at timestamptz not null,                   -- personal: behaviour
    published_at timestamptz,                          -- personal: behaviour
    edited_at timestamptz,                             -- personal: behaviour
    removed_by text,                                   -- personal: behaviour
    removal_reason text,                               -- personal: behaviour
    hold jsonb,                                        -- personal: content
    source text,
    foreign_id text,                                   -- personal: pseudonym
    body text not null,                                -- personal: content
    html text not null,                                -- personal: content
    best real not null default 0,
    controversial real not null default 0,
    reviewed_at timestamptz,                           -- personal: behaviour
    pinned boolean not null default false,
    featured boolean not null default false,
    locked boolean not null default false,
    lock_count integer not null default 0,
    anchor jsonb,                                      -- personal: content
    quotes jsonb,                                      -- personal: content
    excerpt text not null generated always as (${EXCERPT}) stored, -- personal: content
    constraint comments_pkey primary key (id),
    constraint comments_removed_by_check check (removed_by in ('author', 'moderation')),
    constraint comments_status_check check (status in ('published', 'held', 'removed', 'deleted')),
    constraint comments_author_fkey foreign key (author_id) references users(id),
    constraint comments_post_fkey foreign key (post_id) references posts(id)
  ) with (fillfactor=90)`,
  'create index comments_anchored_idx on comments (post_id, id) where (anchor is not null)',
  'create index comments_author_idx on comments (author_id, post_id, id)',
  `create index comments_best_idx on comments (post_id, best desc, id desc) where ((parent_id is null) and listed)`,
  `create index comments_controversial_idx on comments (post_id, controversial desc, id desc) where ((parent_id is null) and listed)`,
  `create unique index comments_foreign_key on comments (post_id, foreign_id, source) where (source is not null)`,
  `create index comments_held_idx on comments (id) where (status = 'held')`,
  `create index comments_hidden_replies_idx on comments (parent_id) where ((parent_id is not null) and (not listed))`,
  `create index comments_new_idx on comments (id) where ((status = 'published') and (reviewed_at is null) and (source is null))`,
  `create index comments_pinned_idx on comments (post_id, id) where (pinned and (status = 'published'))`,
  `create index comments_quoting_idx on comments using gin (quotes jsonb_path_ops) where (quotes is not null)`,
  `create index comments_replies_idx on comments (parent_id, id) where ((parent_id is not null) and listed)`,
  'create index comments_top_idx on comments (post_id, id) where ((parent_id is null) and listed)',

  /* Comments whose locks have not been carried to all their replies yet; `after` is the last reply that was done. */
  `create table branch_moves (
    comment_id uuid not null,
    post_id uuid not null,
    after uuid,
    constraint branch_moves_pkey primary key (comment_id),
    constraint branch_moves_comment_fkey foreign key (comment_id) references comments(id) on delete cascade
  )`,
  'create index branch_moves_post_idx on branch_moves (post_id, comment_id)',

  /* Texts before an edit; `marked` is false for those of the silent minutes. */
  `create table comment_revisions (
    comment_id uuid not null,
    version integer not null,
    body text not null,                                -- personal: content
    html text not null,                                -- personal: content
    written_at timestamptz not null,                   -- personal: behaviour
    replaced_at timestamptz not null default now(),    -- personal: behaviour
    marked boolean not null,
    constraint comment_revisions_pkey primary key (comment_id, version),
    constraint comment_revisions_comment_fkey foreign key (comment_id) references comments(id) on delete cascade
  )`,

  /* Votes of the last minutes are looked for each ten seconds, and cast all the time: a summary of blocks costs a
     vote next to nothing. */
  `create table votes (
    comment_id uuid not null,
    user_id uuid not null,                             -- personal: pseudonym
    post_id uuid not null,
    value smallint not null,                           -- personal: behaviour
    created_at timestamptz not null default now(),     -- personal: behaviour
    constraint votes_pkey primary key (comment_id, user_id),
    constraint votes_value_check check (value in ('-1'::integer, 1)),
    constraint votes_comment_fkey foreign key (comment_id) references comments(id) on delete cascade,
    constraint votes_user_fkey foreign key (user_id) references users(id)
  )`,
  `create index votes_recent_idx on votes using brin (created_at) with (pages_per_range='32', autosummarize='on')`,
  'create index votes_user_idx on votes (user_id, post_id)',

  /* Comments whose votes have moved since their sort keys were computed. A row is written and deleted under the
     lock of its comment. */
  `create table score_moves (
    comment_id uuid not null,
    post_id uuid not null,
    constraint score_moves_pkey primary key (comment_id)
  )`,

  /* The comments that led to an update, and who wrote them. */
  `create table post_update_credits (
    update_id uuid not null,
    comment_id uuid not null,
    post_id uuid not null,
    user_id uuid not null,                             -- personal: pseudonym
    constraint post_update_credits_pkey primary key (update_id, comment_id),
    constraint post_update_credits_comment_fkey foreign key (comment_id) references comments(id) on delete cascade,
    constraint post_update_credits_update_fkey foreign key (update_id) references post_updates(id) on delete cascade
  )`,
  'create index post_update_credits_comment_idx on post_update_credits (comment_id)',
  'create index post_update_credits_user_idx on post_update_credits (user_id, post_id)',
];
