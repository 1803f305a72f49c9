export const ACCOUNTS = [
  `create table users (
    id uuid not null,                                  -- personal: pseudonym
    kind text not null,
    role text not null default 'member',
    username text,                                     -- personal: identity
    display_name text not null,                        -- personal: identity
    bio text not null default '',                      -- personal: content
    avatar_url text,                                   -- personal: identity
    email text,                                        -- personal: contact
    email_key text,                                    -- personal: contact
    email_verified_at timestamptz,                     -- personal: behaviour
    password_hash text,                                -- personal: secret
    standing text not null default 'active',           -- personal: behaviour
    standing_until timestamptz,                        -- personal: behaviour
    version integer not null default 1,
    source text,
    foreign_key text,                                  -- personal: pseudonym
    created_at timestamptz not null default now(),     -- personal: behaviour
    updated_at timestamptz not null default now(),     -- personal: behaviour
    constraint users_pkey primary key (id),
    constraint users_kind_check check (kind in ('member', 'guest', 'imported')),
    constraint users_member_check check ((kind <> 'member') or ((username is not null) and (email is not null))),
    constraint users_role_check check (role in ('member', 'moderator', 'admin')),
    constraint users_standing_check check (standing in ('active', 'premoderated', 'suspended', 'banned'))
  )`,
  'create unique index users_email_key on users (email_key)',
  `create unique index users_foreign_key on users (source, foreign_key) where (source is not null)`,
  `create index users_staff_idx on users (id) where (role <> 'member')`,
  'create unique index users_username_key on users (lower(username))',

  /* Every key by which the names of an account could be mistaken for those of another; see `text/names`. */
  `create table user_names (
    key text not null,                                 -- personal: identity
    user_id uuid not null,                             -- personal: pseudonym
    constraint user_names_pkey primary key (key),
    constraint user_names_user_fkey foreign key (user_id) references users(id) on delete cascade
  )`,
  'create index user_names_user_idx on user_names (user_id)',

  /* A family of refresh tokens: the token of a generation is derived, so none is stored. */
  `create table sessions (
    id uuid not null,                                  -- personal: pseudonym
    user_id uuid not null,                             -- personal: pseudonym
    generation integer not null default 1,
    salt bytea not null,                               -- personal: secret
    created_at timestamptz not null default now(),     -- personal: behaviour
    rotated_at timestamptz not null default now(),     -- personal: behaviour
    expires_at timestamptz not null,
    revoked_at timestamptz,                            -- personal: behaviour
    revoked_because text,                              -- personal: behaviour
    constraint sessions_pkey primary key (id),
    constraint sessions_user_fkey foreign key (user_id) references users(id) on delete cascade
  )`,
  'create index sessions_expired_idx on sessions (expires_at)',
  'create index sessions_user_idx on sessions (user_id) where (revoked_at is null)',

  /* Accounts of which readers see another name or role, until the pages that show them are outdated. `change` tells
     two changes of one account apart, `after` is the last post that was done. */
  `create table author_changes (
    user_id uuid not null,                             -- personal: pseudonym
    change uuid not null,
    after uuid,
    beat_at timestamptz not null default now(),
    constraint author_changes_pkey primary key (user_id),
    constraint author_changes_user_fkey foreign key (user_id) references users(id) on delete cascade
  )`,

  `create table idempotency_records (
    user_id uuid not null,                             -- personal: pseudonym
    key text not null,                                 -- personal: pseudonym
    request_hash bytea not null,                       -- personal: content
    status smallint,
    body text,                                         -- personal: content
    created_at timestamptz not null default now(),     -- personal: behaviour
    constraint idempotency_records_pkey primary key (user_id, key)
  ) with (autovacuum_vacuum_scale_factor=0.05)`,
  'create index idempotency_records_age_idx on idempotency_records (created_at)',
];
