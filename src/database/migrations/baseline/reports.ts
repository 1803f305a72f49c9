export const REPORTS = [
  /* `score` is the weight of the report, `cluster` a keyed hash of the network that it came from, for thirty days.
     `voice` is the first report of the same network on the same comment. */
  `create table comment_flags (
    id uuid not null,
    comment_id uuid not null,
    post_id uuid not null,
    user_id uuid not null,                             -- personal: pseudonym
    reason text not null,                              -- personal: behaviour
    detail text,                                       -- personal: content
    state text not null default 'open',                -- personal: behaviour
    decision_id uuid,
    created_at timestamptz not null default now(),     -- personal: behaviour
    resolved_at timestamptz,                           -- personal: behaviour
    comment_version integer not null default 1,
    score real not null default 1,                     -- personal: behaviour
    cluster bytea,                                     -- personal: pseudonym
    voice uuid,                                        -- personal: pseudonym
    constraint comment_flags_pkey primary key (id),
    constraint comment_flags_state_check check (state in ('open', 'agreed', 'disagreed', 'gone')),
    constraint comment_flags_comment_fkey foreign key (comment_id) references comments(id) on delete cascade,
    constraint comment_flags_user_fkey foreign key (user_id) references users(id)
  )`,
  `create index comment_flags_cluster_idx on comment_flags (created_at) where (cluster is not null)`,
  'create index comment_flags_comment_idx on comment_flags (comment_id, state, id)',
  `create index comment_flags_open_idx on comment_flags (id) where (state = 'open')`,
  `create unique index comment_flags_open_key on comment_flags (comment_id, user_id) where (state = 'open')`,
  'create index comment_flags_user_idx on comment_flags (user_id, id)',

  /* The reported text as it was; apart from the report, so that erasure can take it away. */
  `create table flagged_texts (
    comment_id uuid not null,
    version integer not null,
    body text not null,                                -- personal: content
    created_at timestamptz not null default now(),     -- personal: behaviour
    constraint flagged_texts_pkey primary key (comment_id, version),
    constraint flagged_texts_comment_fkey foreign key (comment_id) references comments(id) on delete cascade
  )`,

  /* Reports of a display name or a bio; `text` is what it said. */
  `create table user_flags (
    id uuid not null,
    target_id uuid not null,                           -- personal: pseudonym
    user_id uuid not null,                             -- personal: pseudonym
    field text not null,
    reason text not null,                              -- personal: behaviour
    detail text,                                       -- personal: content
    text text not null,                                -- personal: content
    score real not null default 1,                     -- personal: behaviour
    cluster bytea,                                     -- personal: pseudonym
    state text not null default 'open',                -- personal: behaviour
    decision_id uuid,
    created_at timestamptz not null default now(),     -- personal: behaviour
    resolved_at timestamptz,                           -- personal: behaviour
    constraint user_flags_pkey primary key (id),
    constraint user_flags_field_check check (field in ('name', 'bio')),
    constraint user_flags_state_check check (state in ('open', 'agreed', 'disagreed', 'gone')),
    constraint user_flags_target_fkey foreign key (target_id) references users(id) on delete cascade,
    constraint user_flags_user_fkey foreign key (user_id) references users(id)
  )`,
  'create index user_flags_cluster_idx on user_flags (created_at) where (cluster is not null)',
  `create unique index user_flags_open_key on user_flags (target_id, user_id, field) where (state = 'open')`,
  'create index user_flags_target_idx on user_flags (target_id, state, id)',
  'create index user_flags_user_idx on user_flags (user_id, id)',

  /* An item that waits for moderators, or did: one row for a comment or account, by its id. Triggers keep it with
     the rows that it is about, so no way of writing these can forget it. */
  `create table queue_items (
    id uuid not null,                                  -- personal: pseudonym
    subject text not null,
    kind text not null,
    open boolean not null default true,
    post_id uuid,
    score real not null default 0,                     -- personal: behaviour
    flag_count integer not null default 0,
    notice_count integer not null default 0,
    surge jsonb,
    surge_settled_at timestamptz,
    since timestamptz not null default now(),
    escalated_by uuid,                                 -- personal: pseudonym
    escalated_at timestamptz,                          -- personal: behaviour
    closed_at timestamptz,
    constraint queue_items_pkey primary key (id),
    constraint queue_items_kind_check check (kind in ('reported', 'held', 'escalated')),
    constraint queue_items_subject_check check (subject in ('comment', 'user'))
  )`,
  'create index queue_items_age_idx on queue_items (kind, since, id) where open',
  'create index queue_items_closed_idx on queue_items (closed_at) where (not open)',
  'create index queue_items_post_idx on queue_items (post_id, kind, since, id) where open',
  'create index queue_items_score_idx on queue_items (kind, score desc, id desc) where open',
  'create index queue_items_since_idx on queue_items (since)',

  /* Who has taken an item. An idle claim ends by what is read; see `claims.repository.ts`. */
  `create table queue_claims (
    item_id uuid not null,
    moderator_id uuid not null,                        -- personal: pseudonym
    session_id uuid not null,                          -- personal: pseudonym
    claimed_at timestamptz not null default now(),     -- personal: behaviour
    active_at timestamptz not null default now(),      -- personal: behaviour
    constraint queue_claims_pkey primary key (item_id),
    constraint queue_claims_moderator_fkey foreign key (moderator_id) references users(id) on delete cascade
  )`,
  'create index queue_claims_moderator_idx on queue_claims (moderator_id)',
  'create index queue_claims_session_idx on queue_claims (session_id)',

  `create table comment_notes (
    id uuid not null,
    comment_id uuid not null,
    author_id uuid not null,                           -- personal: pseudonym
    body text not null,                                -- personal: content
    created_at timestamptz not null default now(),     -- personal: behaviour
    constraint comment_notes_pkey primary key (id),
    constraint comment_notes_author_fkey foreign key (author_id) references users(id),
    constraint comment_notes_comment_fkey foreign key (comment_id) references comments(id) on delete cascade
  )`,
  'create index comment_notes_comment_idx on comment_notes (comment_id, id)',

  `create table notices (
    id uuid not null,
    reference text not null,
    secret_hash bytea not null,                        -- personal: secret
    comment_id uuid not null,
    comment_version integer not null,
    post_id uuid not null,
    category text not null,                            -- personal: behaviour
    explanation text not null,                         -- personal: content
    name text,                                         -- personal: identity
    email text,                                        -- personal: contact
    cluster bytea,                                     -- personal: pseudonym
    state text not null default 'received',
    decision_id uuid,
    action text,                                       -- personal: behaviour
    reason text,                                       -- personal: behaviour
    statement text,                                    -- personal: content
    created_at timestamptz not null default now(),     -- personal: behaviour
    decided_at timestamptz,                            -- personal: behaviour
    constraint notices_pkey primary key (id),
    constraint notices_reference_key unique (reference),
    constraint notices_state_check check (state in ('received', 'decided', 'gone'))
  )`,
  'create index notices_age_idx on notices (created_at) where (cluster is not null)',
  'create index notices_cluster_idx on notices (cluster, created_at) where (cluster is not null)',
  'create index notices_comment_idx on notices (comment_id, state, id)',

  /* What became of a notice, for the one who has its receipt. */
  `create table notice_events (
    notice_id uuid not null,
    number integer not null,
    type text not null,
    at timestamptz not null default now(),             -- personal: behaviour
    constraint notice_events_pkey primary key (notice_id, number),
    constraint notice_events_type_check check (type in ('received', 'decided', 'changed', 'gone')),
    constraint notice_events_notice_fkey foreign key (notice_id) references notices(id) on delete cascade
  )`,
];
