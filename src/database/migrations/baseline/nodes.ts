export const NODES = [
  /* The one row of the site. `epoch` changes when the database is restored from a backup, `place` is the
     cluster and timeline that it belongs to. */
  `create table site (
    singleton boolean not null default true,
    epoch uuid not null default gen_random_uuid(),
    created_at timestamptz not null default now(),
    place text,
    flag_sensitivity text not null default 'low',
    hide_score real not null default 12.5,
    hold_first_comments integer not null default 0,
    constraint site_pkey primary key (singleton),
    constraint site_flag_sensitivity_check check (flag_sensitivity in ('disabled', 'low', 'medium', 'high')),
    constraint site_hold_first_check check ((hold_first_comments >= 0) and (hold_first_comments <= 100)),
    constraint site_singleton_check check (singleton)
  )`,

  /* What every node must hear of accounts and the queue. */
  `create table signals (
    id bigint not null generated always as identity,
    type text not null,
    user_id uuid,                                      -- personal: pseudonym
    session_id uuid,                                   -- personal: pseudonym
    at timestamptz not null default now(),             -- personal: behaviour
    facts jsonb,                                       -- personal: behaviour
    constraint signals_pkey primary key (id)
  ) with (autovacuum_vacuum_scale_factor=0.05)`,
  'create index signals_at_idx on signals (at)',

  /* Background work that one node does for all: whose turn it is, and until when nobody else begins. */
  `create table round_turns (
    name text not null,
    node_id uuid not null,
    began_at timestamptz not null,
    free_at timestamptz not null,
    ended_at timestamptz,
    constraint round_turns_pkey primary key (name)
  )`,

  /* The functions of the builds that started last; see `installFunctions`. */
  `create table function_builds (
    build text not null,
    functions text[] not null,
    started_at timestamptz not null default now(),
    constraint function_builds_pkey primary key (build)
  )`,
];
