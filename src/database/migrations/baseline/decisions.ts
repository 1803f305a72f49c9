export const DECISIONS = [
  /* The log of decisions, append-only. `ties` say what tied the moderator to the case, where nobody else could
     decide; no moderator made a decision of reports. */
  `create table decisions (
    id uuid not null,
    subject text not null,
    comment_id uuid,
    post_id uuid,
    user_id uuid,                                      -- personal: pseudonym
    moderator_id uuid,                                 -- personal: pseudonym
    action text not null,                              -- personal: behaviour
    reason text,                                       -- personal: behaviour
    until timestamptz,                                 -- personal: behaviour
    comment_version integer,
    created_at timestamptz not null default now(),     -- personal: behaviour
    ties text[] not null default '{}'::text[],         -- personal: behaviour
    rule text,                                         -- personal: behaviour
    undoes uuid,
    led_by text not null default 'moderation',         -- personal: behaviour
    content_at timestamptz,                            -- personal: behaviour
    constraint decisions_pkey primary key (id),
    constraint decisions_led_by_check check (led_by in ('moderation', 'notice', 'reports', 'rules')),
    constraint decisions_subject_check check (subject in ('comment', 'post', 'user'))
  )`,
  'create index decisions_comment_idx on decisions (comment_id) where (comment_id is not null)',
  'create unique index decisions_undoes_key on decisions (undoes) where (undoes is not null)',
  'create index decisions_user_idx on decisions (user_id) where (user_id is not null)',

  /* What a decision says in words, and what was before it; apart from the log, so that erasure can take it away
     and leave the log whole. */
  `create table decision_details (
    decision_id uuid not null,
    note text,                                         -- personal: content
    text text,                                         -- personal: content
    before jsonb,                                      -- personal: identity
    constraint decision_details_pkey primary key (decision_id),
    constraint decision_details_decision_fkey foreign key (decision_id) references decisions(id)
  )`,

  /* What somebody is told of a decision, once the moderator can no longer take it back unseen. */
  `create table statements (
    decision_id uuid not null,
    user_id uuid not null,                             -- personal: pseudonym
    language text not null,
    text text not null,                                -- personal: content
    visible_at timestamptz not null,                   -- personal: behaviour
    told boolean not null default false,               -- personal: behaviour
    constraint statements_pkey primary key (decision_id),
    constraint statements_decision_fkey foreign key (decision_id) references decisions(id),
    constraint statements_user_fkey foreign key (user_id) references users(id) on delete cascade
  )`,
  'create index statements_due_idx on statements (visible_at) where (not told)',
  'create index statements_user_idx on statements (user_id, decision_id)',

  `create table canned_reasons (
    reason text not null,
    language text not null,
    text text not null,
    updated_at timestamptz not null default now(),
    updated_by uuid,                                   -- personal: pseudonym
    constraint canned_reasons_pkey primary key (reason, language),
    constraint canned_reasons_language_check check (language in ('en', 'lv', 'ru'))
  )`,

  /* One decision on many comments. `node` works on it, and has done so at `beat_at`; `rest` is where the next piece
     of the selection begins. */
  `create table bulk_jobs (
    id uuid not null,
    moderator_id uuid not null,                        -- personal: pseudonym
    decision_id uuid,
    action text not null,                              -- personal: behaviour
    reason text,                                       -- personal: behaviour
    rule text,                                         -- personal: behaviour
    note text,                                         -- personal: content
    text text,                                         -- personal: content
    state text not null default 'running',
    total integer not null,
    done integer not null default 0,
    refused integer not null default 0,
    node uuid,
    beat_at timestamptz,
    created_at timestamptz not null default now(),     -- personal: behaviour
    finished_at timestamptz,                           -- personal: behaviour
    rest jsonb,                                        -- personal: pseudonym
    constraint bulk_jobs_pkey primary key (id),
    constraint bulk_jobs_state_check check (state in ('running', 'done', 'cancelled', 'failed'))
  )`,
  'create index bulk_jobs_decision_idx on bulk_jobs (decision_id) where (decision_id is not null)',
  'create index bulk_jobs_finished_idx on bulk_jobs (finished_at) where (finished_at is not null)',
  `create index bulk_jobs_running_idx on bulk_jobs (id) where (state = 'running')`,

  /* A comment of a bulk decision as it was when it was selected, and what became of it. */
  `create table bulk_items (
    job_id uuid not null,
    place integer not null,
    post_id uuid not null,
    comment_id uuid not null,
    version integer not null,
    outcome text,
    constraint bulk_items_pkey primary key (job_id, place),
    constraint bulk_items_job_fkey foreign key (job_id) references bulk_jobs(id) on delete cascade
  )`,
  'create index bulk_items_open_idx on bulk_items (job_id, place) where (outcome is null)',
];
