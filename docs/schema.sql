-- The schema as a start leaves it. To renew this page: npm run schema
--
-- Behind a column stands what it tells about a person (src/database/personal-data.ts); most tell nothing.
-- The schema graphile_worker, which holds the queue, is its library's and not here (docs/decisions/0009).
-- Functions and triggers are in *.sql.ts beside their rules. Their names end in a hash, which is left out here.

create table account_proofs (
  id uuid not null,
  user_id uuid not null,                             -- personal: pseudonym
  purpose text not null,
  email text not null,                               -- personal: contact
  email_key text not null,                           -- personal: contact
  state bytea not null,                              -- personal: secret
  language text not null,                            -- personal: behaviour
  created_at timestamptz not null default now(),     -- personal: behaviour
  expires_at timestamptz not null,
  used_at timestamptz,                               -- personal: behaviour
  way text,                                          -- personal: behaviour
  way_id uuid,                                       -- personal: pseudonym
  constraint account_proofs_pkey primary key (id),
  constraint account_proofs_purpose_check check (purpose in ('confirm', 'reset', 'change', 'take-back', 'not-me')),
  constraint account_proofs_way_check check (way in ('app', 'passkey', 'site', 'codes', 'code')),
  constraint account_proofs_user_fkey foreign key (user_id) references users(id) on delete cascade
);
create index account_proofs_email_idx on account_proofs (email_key);
create index account_proofs_expires_idx on account_proofs (expires_at);
create index account_proofs_user_idx on account_proofs (user_id);

create table author_changes (
  user_id uuid not null,                             -- personal: pseudonym
  change uuid not null,
  after uuid,
  beat_at timestamptz not null default now(),
  constraint author_changes_pkey primary key (user_id),
  constraint author_changes_user_fkey foreign key (user_id) references users(id) on delete cascade
);

create table authorships (
  author_id uuid not null,                           -- personal: pseudonym
  user_id uuid not null,                             -- personal: pseudonym
  created_at timestamptz not null default now(),     -- personal: behaviour
  moving boolean not null default false,
  constraint authorships_pkey primary key (author_id),
  constraint authorships_author_fkey foreign key (author_id) references users(id) on delete cascade,
  constraint authorships_user_fkey foreign key (user_id) references users(id) on delete cascade
);
create index authorships_moving_idx on authorships (author_id) where moving;
create index authorships_user_idx on authorships (user_id);

create table branch_moves (
  comment_id uuid not null,
  post_id uuid not null,
  after uuid,
  constraint branch_moves_pkey primary key (comment_id),
  constraint branch_moves_comment_fkey foreign key (comment_id) references comments(id) on delete cascade
);
create index branch_moves_post_idx on branch_moves (post_id, comment_id);

create table bulk_items (
  job_id uuid not null,
  place integer not null,
  post_id uuid not null,
  comment_id uuid not null,
  version integer not null,
  outcome text,
  constraint bulk_items_pkey primary key (job_id, place),
  constraint bulk_items_job_fkey foreign key (job_id) references bulk_jobs(id) on delete cascade
);
create index bulk_items_open_idx on bulk_items (job_id, place) where (outcome is null);

create table bulk_jobs (
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
);
create index bulk_jobs_decision_idx on bulk_jobs (decision_id) where (decision_id is not null);
create index bulk_jobs_finished_idx on bulk_jobs (finished_at) where (finished_at is not null);
create index bulk_jobs_running_idx on bulk_jobs (id) where (state = 'running');

create table canned_reasons (
  reason text not null,
  language text not null,
  text text not null,
  updated_at timestamptz not null default now(),
  updated_by uuid,                                   -- personal: pseudonym
  constraint canned_reasons_pkey primary key (reason, language),
  constraint canned_reasons_language_check check (language in ('en', 'lv', 'ru'))
);

create table case_mails (
  id uuid not null,
  user_id uuid not null,                             -- personal: pseudonym
  kind text not null,
  comment_id uuid not null,
  cause uuid not null,
  mail_id uuid,
  mailed_at timestamptz,                             -- personal: behaviour
  constraint case_mails_pkey primary key (id),
  constraint case_mails_user_fkey foreign key (user_id) references users(id) on delete cascade
);
create index case_mails_age_idx on case_mails (mailed_at) where (mailed_at is not null);
create index case_mails_mail_idx on case_mails (mail_id) where (mail_id is not null);
create index case_mails_user_idx on case_mails (user_id, mailed_at);
create index case_mails_waiting_idx on case_mails (user_id, id) where (mail_id is null);
create unique index case_mails_waiting_key on case_mails (user_id, kind, cause) where (mail_id is null);

create table case_news (
  id bigint not null generated always as identity,
  kind text not null,
  comment_id uuid not null,
  notice_id uuid,
  at timestamptz not null default now(),
  constraint case_news_pkey primary key (id),
  constraint case_news_kind_check check (kind in ('held', 'reported', 'notice'))
);
create index case_news_age_idx on case_news (at);

create table comment_flags (
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
);
create index comment_flags_cluster_idx on comment_flags (created_at) where (cluster is not null);
create index comment_flags_comment_idx on comment_flags (comment_id, state, id);
create index comment_flags_open_idx on comment_flags (id) where (state = 'open');
create unique index comment_flags_open_key on comment_flags (comment_id, user_id) where (state = 'open');
create index comment_flags_user_idx on comment_flags (user_id, id);
create trigger comment_flags_added after insert on comment_flags referencing new table as added for each statement execute function count_comment_flags();
create trigger comment_flags_changed after update on comment_flags referencing old table as gone new table as added for each statement execute function count_comment_flags();
create trigger comment_flags_gone after delete on comment_flags referencing old table as gone for each statement execute function count_comment_flags();

create table comment_notes (
  id uuid not null,
  comment_id uuid not null,
  author_id uuid not null,                           -- personal: pseudonym
  body text not null,                                -- personal: content
  created_at timestamptz not null default now(),     -- personal: behaviour
  constraint comment_notes_pkey primary key (id),
  constraint comment_notes_author_fkey foreign key (author_id) references users(id),
  constraint comment_notes_comment_fkey foreign key (comment_id) references comments(id) on delete cascade
);
create index comment_notes_comment_idx on comment_notes (comment_id, id);

create table comment_revisions (
  comment_id uuid not null,
  version integer not null,
  body text not null,                                -- personal: content
  html text not null,                                -- personal: content
  written_at timestamptz not null,                   -- personal: behaviour
  replaced_at timestamptz not null default now(),    -- personal: behaviour
  marked boolean not null,
  constraint comment_revisions_pkey primary key (comment_id, version),
  constraint comment_revisions_comment_fkey foreign key (comment_id) references comments(id) on delete cascade
);

create table comments (
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
  excerpt text not null generated always as ("left"(btrim(replace(replace(replace(replace(replace(replace(replace(translate(regexp_replace(
case
    when (length(html) <= 1500) then html
    else regexp_replace("left"(html, 1500), '(<[^<>]*|&[^;&]{0,7})$', '')
end, '<[^>]*>', '', 'g'), '
	', '  '), '    ', ' '), '  ', ' '), '  ', ' '), '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&amp;', '&')), 300)) stored, -- personal: content
  constraint comments_pkey primary key (id),
  constraint comments_removed_by_check check (removed_by in ('author', 'moderation')),
  constraint comments_status_check check (status in ('published', 'held', 'removed', 'deleted')),
  constraint comments_author_fkey foreign key (author_id) references users(id),
  constraint comments_post_fkey foreign key (post_id) references posts(id)
) with (fillfactor=90);
create index comments_anchored_idx on comments (post_id, id) where (anchor is not null);
create index comments_author_idx on comments (author_id, post_id, id);
create index comments_best_idx on comments (post_id, best desc, id desc) where ((parent_id is null) and listed);
create index comments_controversial_idx on comments (post_id, controversial desc, id desc) where ((parent_id is null) and listed);
create unique index comments_foreign_key on comments (post_id, foreign_id, source) where (source is not null);
create index comments_held_idx on comments (id) where (status = 'held');
create index comments_hidden_idx on comments (post_id, id) where (not listed);
create index comments_hidden_replies_idx on comments (parent_id) where ((parent_id is not null) and (not listed));
create index comments_imported_idx on comments (source, foreign_id) where (source is not null);
create index comments_new_idx on comments (id) where ((status = 'published') and (reviewed_at is null) and (source is null));
create index comments_pinned_idx on comments (post_id, id) where (pinned and (status = 'published'));
create index comments_quoting_idx on comments using gin (quotes jsonb_path_ops) where (quotes is not null);
create index comments_replies_idx on comments (parent_id, id) where ((parent_id is not null) and listed);
create index comments_top_idx on comments (post_id, id) where ((parent_id is null) and listed);
create trigger comments_anchored after insert on comments for each row when (new.anchor is not null) execute function note_stale_anchors();
create trigger comments_held after insert on comments for each row when (new.status = 'held') execute function keep_queue_item();
create trigger comments_queued after update of status on comments for each row when (new.status is distinct from old.status) execute function keep_queue_item();
create trigger comments_rewritten before update of body on comments for each row when (new.body is distinct from old.body) execute function take_back_review();
create trigger comments_unqueued after delete on comments for each row execute function keep_queue_item();

create table decision_details (
  decision_id uuid not null,
  note text,                                         -- personal: content
  text text,                                         -- personal: content
  before jsonb,                                      -- personal: identity
  constraint decision_details_pkey primary key (decision_id),
  constraint decision_details_decision_fkey foreign key (decision_id) references decisions(id)
);

create table decisions (
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
);
create index decisions_account_idx on decisions (user_id, id desc) where (user_id is not null);
create index decisions_comment_idx on decisions (comment_id) where (comment_id is not null);
create unique index decisions_undoes_key on decisions (undoes) where (undoes is not null);
create trigger decisions_kept before delete or update on decisions for each row execute function refuse_change();
create trigger decisions_not_truncated before truncate on decisions for each statement execute function refuse_change();

create table ended_comments (
  post_id uuid not null,
  comment_id uuid not null,
  constraint ended_comments_pkey primary key (post_id, comment_id),
  constraint ended_comments_post_fkey foreign key (post_id) references posts(id) on delete cascade
);

create table erasures (
  user_id uuid not null,                             -- personal: pseudonym
  comments text not null,                            -- personal: behaviour
  asked_at timestamptz not null default now(),       -- personal: behaviour
  due_at timestamptz not null,                       -- personal: behaviour
  began_at timestamptz,                              -- personal: behaviour
  constraint erasures_pkey primary key (user_id),
  constraint erasures_comments_check check (comments in ('anonymise', 'remove')),
  constraint erasures_user_fkey foreign key (user_id) references users(id) on delete cascade
);

create table evidence_holds (
  decision_id uuid not null,
  until timestamptz not null,                        -- personal: behaviour
  reason text not null,                              -- personal: content
  held_by uuid not null,                             -- personal: pseudonym
  created_at timestamptz not null default now(),     -- personal: behaviour
  constraint evidence_holds_pkey primary key (decision_id),
  constraint evidence_holds_decision_fkey foreign key (decision_id) references decisions(id)
);
create index evidence_holds_until_idx on evidence_holds (until);

create table evidence_texts (
  decision_id uuid not null,
  number integer not null,
  kind text not null,
  author_id uuid,                                    -- personal: pseudonym
  version integer,
  body text not null,                                -- personal: content
  html text,                                         -- personal: content
  written_at timestamptz,                            -- personal: behaviour
  constraint evidence_texts_pkey primary key (decision_id, number),
  constraint evidence_texts_kind_check check (kind in ('comment', 'former', 'reported', 'name', 'bio', 'report', 'note', 'text', 'before', 'statement')),
  constraint evidence_texts_hold_fkey foreign key (decision_id) references evidence_holds(decision_id) on delete cascade
);
create index evidence_texts_author_idx on evidence_texts (author_id) where (author_id is not null);

create table flagged_texts (
  comment_id uuid not null,
  version integer not null,
  body text not null,                                -- personal: content
  created_at timestamptz not null default now(),     -- personal: behaviour
  constraint flagged_texts_pkey primary key (comment_id, version),
  constraint flagged_texts_comment_fkey foreign key (comment_id) references comments(id) on delete cascade
);

create table followed_posts (
  post_id uuid not null,
  seq bigint not null,
  told_to uuid,                                      -- personal: pseudonym
  constraint followed_posts_pkey primary key (post_id),
  constraint followed_posts_post_fkey foreign key (post_id) references posts(id) on delete cascade
) with (fillfactor=50);

create table function_builds (
  build text not null,
  functions text[] not null,
  started_at timestamptz not null default now(),
  constraint function_builds_pkey primary key (build)
);

create table idempotency_records (
  user_id uuid not null,                             -- personal: pseudonym
  key text not null,                                 -- personal: pseudonym
  request_hash bytea not null,                       -- personal: content
  status smallint,
  body text,                                         -- personal: content
  created_at timestamptz not null default now(),     -- personal: behaviour
  constraint idempotency_records_pkey primary key (user_id, key)
) with (autovacuum_vacuum_scale_factor=0.05);
create index idempotency_records_age_idx on idempotency_records (created_at);

create table identities (
  issuer text not null,
  subject text not null,                             -- personal: pseudonym
  user_id uuid not null,                             -- personal: pseudonym
  claims jsonb,                                      -- personal: identity
  claims_at timestamptz,                             -- personal: behaviour
  created_at timestamptz not null default now(),     -- personal: behaviour
  linked boolean not null default false,             -- personal: behaviour
  id uuid not null default gen_random_uuid(),        -- personal: pseudonym
  constraint identities_pkey primary key (issuer, subject),
  constraint identities_id_key unique (id),
  constraint identities_user_fkey foreign key (user_id) references users(id) on delete cascade
);
create index identities_user_idx on identities (user_id);

create table ignored_users (
  user_id uuid not null,                             -- personal: pseudonym
  ignored_id uuid not null,                          -- personal: pseudonym
  created_at timestamptz not null default now(),     -- personal: behaviour
  constraint ignored_users_pkey primary key (user_id, ignored_id),
  constraint ignored_users_ignored_fkey foreign key (ignored_id) references users(id) on delete cascade,
  constraint ignored_users_user_fkey foreign key (user_id) references users(id) on delete cascade
);
create index ignored_users_ignored_idx on ignored_users (ignored_id);

create table imported_addresses (
  author_id uuid not null,                           -- personal: pseudonym
  hash bytea not null,                               -- personal: pseudonym
  constraint imported_addresses_pkey primary key (author_id),
  constraint imported_addresses_author_fkey foreign key (author_id) references users(id) on delete cascade
);
create index imported_addresses_hash_idx on imported_addresses (hash);

create table job_workers (
  pool_id text not null,
  began_at timestamptz not null default now(),
  lost_at timestamptz not null,
  constraint job_workers_pkey primary key (pool_id)
);

create unlogged table limit_counts (
  key text not null,                                 -- personal: pseudonym
  count integer not null,                            -- personal: behaviour
  ends_at timestamptz not null,
  constraint limit_counts_pkey primary key (key)
);
create index limit_counts_ended_idx on limit_counts (ends_at);

create table mailed_accounts (
  user_id uuid not null,                             -- personal: pseudonym
  mailed_at timestamptz not null,                    -- personal: behaviour
  constraint mailed_accounts_pkey primary key (user_id),
  constraint mailed_accounts_user_fkey foreign key (user_id) references users(id) on delete cascade
);

create table notice_events (
  notice_id uuid not null,
  number integer not null,
  type text not null,
  at timestamptz not null default now(),             -- personal: behaviour
  constraint notice_events_pkey primary key (notice_id, number),
  constraint notice_events_type_check check (type in ('received', 'decided', 'changed', 'gone')),
  constraint notice_events_notice_fkey foreign key (notice_id) references notices(id) on delete cascade
);

create table notices (
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
  created_at timestamptz not null default now(),     -- personal: behaviour
  decided_at timestamptz,                            -- personal: behaviour
  constraint notices_pkey primary key (id),
  constraint notices_reference_key unique (reference),
  constraint notices_state_check check (state in ('received', 'decided', 'gone'))
);
create index notices_age_idx on notices (created_at) where (cluster is not null);
create index notices_cluster_idx on notices (cluster, created_at) where (cluster is not null);
create index notices_comment_idx on notices (comment_id, state, id);
create trigger notices_counted after insert or update of state on notices for each row execute function count_notices();

create table notification_preferences (
  user_id uuid not null,                             -- personal: pseudonym
  type text not null,
  bell boolean not null,                             -- personal: behaviour
  mail text not null,                                -- personal: behaviour
  constraint notification_preferences_pkey primary key (user_id, type),
  constraint notification_preferences_mail_check check (mail in ('off', 'at_once', 'daily', 'weekly')),
  constraint notification_preferences_user_fkey foreign key (user_id) references users(id) on delete cascade
);

create table notifications (
  id uuid not null,
  user_id uuid not null,                             -- personal: pseudonym
  type text not null,                                -- personal: behaviour
  cause uuid not null,                               -- personal: behaviour
  comment_id uuid,
  post_id uuid,
  state text not null default 'waiting',             -- personal: behaviour
  created_at timestamptz not null default now(),     -- personal: behaviour
  ready_at timestamptz not null,                     -- personal: behaviour
  read_at timestamptz,                               -- personal: behaviour
  mail_due_at timestamptz,                           -- personal: behaviour
  mail_id uuid,                                      -- personal: behaviour
  constraint notifications_pkey primary key (id),
  constraint notifications_cause_key unique (cause, user_id),
  constraint notifications_state_check check (state in ('waiting', 'told', 'withheld')),
  constraint notifications_type_check check (type in ('reply', 'mention', 'followed', 'decision', 'correction')),
  constraint notifications_user_fkey foreign key (user_id) references users(id) on delete cascade
);
create index notifications_due_idx on notifications (ready_at) where (state = 'waiting');
create index notifications_followed_idx on notifications (user_id, post_id) where ((type = 'followed') and (read_at is null));
create index notifications_mail_due_idx on notifications (mail_due_at, user_id) where (mail_due_at is not null);
create index notifications_mail_idx on notifications (mail_id) where (mail_id is not null);
create index notifications_mailable_idx on notifications (user_id, id) where (mail_due_at is not null);
create index notifications_unread_idx on notifications (user_id, id desc) where (read_at is null);
create index notifications_user_idx on notifications (user_id, id desc);

create table page_checks (
  post_id uuid not null,
  url text not null,
  key text,
  asked_by uuid,                                     -- personal: pseudonym
  tries integer not null default 0,
  due_at timestamptz not null,
  created_at timestamptz not null default now(),     -- personal: behaviour
  key_signed boolean not null default false,
  constraint page_checks_pkey primary key (post_id),
  constraint page_checks_post_fkey foreign key (post_id) references posts(id) on delete cascade,
  constraint page_checks_user_fkey foreign key (asked_by) references users(id) on delete set null
);
create index page_checks_asked_idx on page_checks (asked_by, created_at);
create index page_checks_due_idx on page_checks (due_at);

create table passkeys (
  id uuid not null,                                  -- personal: pseudonym
  user_id uuid not null,                             -- personal: pseudonym
  credential_id bytea not null,                      -- personal: pseudonym
  public_key bytea not null,                         -- personal: pseudonym
  counter bigint not null,                           -- personal: behaviour
  name text not null,                                -- personal: content
  backed_up boolean not null,                        -- personal: behaviour
  by_password boolean not null,                      -- personal: behaviour
  created_at timestamptz not null default now(),     -- personal: behaviour
  last_used_at timestamptz,                          -- personal: behaviour
  constraint passkeys_pkey primary key (id),
  constraint passkeys_credential_key unique (credential_id),
  constraint passkeys_user_fkey foreign key (user_id) references users(id) on delete cascade
);
create index passkeys_user_idx on passkeys (user_id, id);

create table post_events (
  post_id uuid not null,
  seq bigint not null,
  type text not null,
  comment_id uuid,
  facts jsonb,
  at timestamptz not null default now(),
  constraint post_events_pkey primary key (post_id, seq)
) with (autovacuum_vacuum_scale_factor=0.05);

create table post_heads (
  post_id uuid not null,
  seq bigint not null default 0,
  comment_count integer not null default 0,
  page_version integer not null default 0,
  kept_seq bigint not null default 0,
  constraint post_heads_pkey primary key (post_id),
  constraint post_heads_post_fkey foreign key (post_id) references posts(id) on delete cascade
) with (fillfactor=50);

create unlogged table post_readers (
  post_id uuid not null,
  node_id uuid not null,
  readers integer not null,
  seen_at timestamptz not null,
  constraint post_readers_pkey primary key (post_id, node_id)
);

create table post_revisions (
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
);

create table post_update_credits (
  update_id uuid not null,
  comment_id uuid not null,
  post_id uuid not null,
  user_id uuid not null,                             -- personal: pseudonym
  constraint post_update_credits_pkey primary key (update_id, comment_id),
  constraint post_update_credits_comment_fkey foreign key (comment_id) references comments(id) on delete cascade,
  constraint post_update_credits_update_fkey foreign key (update_id) references post_updates(id) on delete cascade
);
create index post_update_credits_comment_idx on post_update_credits (comment_id);
create index post_update_credits_user_idx on post_update_credits (user_id, post_id);

create table post_updates (
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
);
create index post_updates_author_idx on post_updates (author_id);
create index post_updates_post_idx on post_updates (post_id, id);

create table post_urls (
  normalised text not null,
  post_id uuid not null,
  url text not null,
  created_at timestamptz not null default now(),
  alike text,
  constraint post_urls_pkey primary key (normalised),
  constraint post_urls_post_fkey foreign key (post_id) references posts(id) on delete cascade
);
create index post_urls_alike_idx on post_urls (alike) where (alike is not null);
create index post_urls_post_idx on post_urls (post_id);
create index post_urls_spelling_idx on post_urls (regexp_replace(normalised, '^https?://(www[.])?', ''));

create table posts (
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
  listed boolean not null default true,
  verified boolean not null default true,
  made_by text not null default 'staff',
  gone_at timestamptz,
  merged_into uuid,
  constraint posts_pkey primary key (id),
  constraint posts_key_key unique (key),
  constraint posts_slug_key unique (slug),
  constraint posts_made_by_check check (made_by in ('staff', 'import', 'reader')),
  constraint posts_mode_check check (mode in ('open', 'premoderated', 'closed')),
  constraint posts_slow_mode_check check ((slow_mode_seconds >= 0) and (slow_mode_seconds <= 86400)),
  constraint posts_votes_check check (votes in ('updown', 'up', 'off')),
  constraint posts_author_fkey foreign key (author_id) references users(id),
  constraint posts_merged_fkey foreign key (merged_into) references posts(id)
);
create index posts_author_idx on posts (author_id) where (author_id is not null);
create index posts_foreign_idx on posts (source, foreign_id) where (source is not null);
create index posts_front_idx on posts (id) where (listed and (made_by = 'staff'));
create index posts_gone_idx on posts (gone_at) where ((gone_at is not null) and (merged_into is null));
create index posts_listed_idx on posts (id) where listed;
create index posts_merged_idx on posts (merged_into) where (merged_into is not null);
create index posts_scores_hidden_idx on posts (scores_hidden_until) where (scores_hidden_until is not null);
create index posts_unlisted_idx on posts (id) where (not listed);
create index posts_unverified_idx on posts (id) where (not verified);
create trigger posts_revised after update of revision on posts for each row when (new.revision is distinct from old.revision) execute function note_stale_anchors();

create table proof_requests (
  id uuid not null,
  purpose text not null,
  email_key text not null,                           -- personal: contact
  language text not null,                            -- personal: behaviour
  created_at timestamptz not null default now(),     -- personal: behaviour
  constraint proof_requests_pkey primary key (id),
  constraint proof_requests_purpose_check check (purpose in ('confirm', 'reset'))
);
create index proof_requests_created_idx on proof_requests (created_at);

create table queue_claims (
  item_id uuid not null,
  moderator_id uuid not null,                        -- personal: pseudonym
  session_id uuid not null,                          -- personal: pseudonym
  claimed_at timestamptz not null default now(),     -- personal: behaviour
  active_at timestamptz not null default now(),      -- personal: behaviour
  constraint queue_claims_pkey primary key (item_id),
  constraint queue_claims_moderator_fkey foreign key (moderator_id) references users(id) on delete cascade
);
create index queue_claims_moderator_idx on queue_claims (moderator_id);
create index queue_claims_session_idx on queue_claims (session_id);

create table queue_items (
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
);
create index queue_items_age_idx on queue_items (kind, since, id) where open;
create index queue_items_closed_idx on queue_items (closed_at) where (not open);
create index queue_items_open_idx on queue_items (id) where open;
create index queue_items_post_idx on queue_items (post_id, kind, since, id) where open;
create index queue_items_score_idx on queue_items (kind, score desc, id desc) where open;
create index queue_items_since_idx on queue_items (since);

create table readings (
  user_id uuid not null,                             -- personal: pseudonym
  post_id uuid not null,
  last_seen_seq bigint not null,                     -- personal: behaviour
  updated_at timestamptz not null default now(),     -- personal: behaviour
  constraint readings_pkey primary key (user_id, post_id),
  constraint readings_post_fkey foreign key (post_id) references posts(id) on delete cascade,
  constraint readings_user_fkey foreign key (user_id) references users(id) on delete cascade
);

create table recovery_codes (
  user_id uuid not null,                             -- personal: pseudonym
  digest bytea not null,                             -- personal: secret
  used_at timestamptz,                               -- personal: behaviour
  constraint recovery_codes_pkey primary key (user_id, digest),
  constraint recovery_codes_user_fkey foreign key (user_id) references users(id) on delete cascade
);

create table retired_names (
  digest bytea not null,
  constraint retired_names_pkey primary key (digest)
);

create table round_turns (
  name text not null,
  node_id uuid not null,
  began_at timestamptz not null,
  free_at timestamptz not null,
  ended_at timestamptz,
  constraint round_turns_pkey primary key (name)
);

create table score_moves (
  comment_id uuid not null,
  post_id uuid not null,
  constraint score_moves_pkey primary key (comment_id)
);

create table seen_moves (
  post_id uuid not null,
  gone_at timestamptz not null,
  after uuid,
  constraint seen_moves_pkey primary key (post_id),
  constraint seen_moves_post_fkey foreign key (post_id) references posts(id) on delete cascade
);

create table sessions (
  id uuid not null,                                  -- personal: pseudonym
  user_id uuid not null,                             -- personal: pseudonym
  generation integer not null default 1,
  salt bytea not null,                               -- personal: secret
  created_at timestamptz not null default now(),     -- personal: behaviour
  rotated_at timestamptz not null default now(),     -- personal: behaviour
  expires_at timestamptz not null,
  revoked_at timestamptz,                            -- personal: behaviour
  revoked_because text,                              -- personal: behaviour
  device text,                                       -- personal: behaviour
  second_factor boolean not null default false,      -- personal: behaviour
  constraint sessions_pkey primary key (id),
  constraint sessions_user_fkey foreign key (user_id) references users(id) on delete cascade
);
create index sessions_expired_idx on sessions (expires_at);
create index sessions_newest_idx on sessions (user_id, id desc) where (revoked_at is null);
create index sessions_user_idx on sessions (user_id);

create table signals (
  id bigint not null generated always as identity,
  type text not null,
  user_id uuid,                                      -- personal: pseudonym
  session_id uuid,                                   -- personal: pseudonym
  at timestamptz not null default now(),             -- personal: behaviour
  facts jsonb,                                       -- personal: behaviour
  constraint signals_pkey primary key (id)
) with (autovacuum_vacuum_scale_factor=0.05);
create index signals_at_idx on signals (at);

create table site (
  singleton boolean not null default true,
  epoch uuid not null default gen_random_uuid(),
  created_at timestamptz not null default now(),
  place text,
  flag_sensitivity text not null default 'low',
  hide_score real not null default 12.5,
  hold_first_comments integer not null default 0,
  confirm_emails boolean not null default false,
  unconfirmed_may_comment boolean not null default true,
  read_only boolean not null default false,
  staff_second_factor boolean not null default false,
  guests text not null default 'off',
  terms_version text not null default '',
  terms_url text not null default '',
  constraint site_pkey primary key (singleton),
  constraint site_flag_sensitivity_check check (flag_sensitivity in ('disabled', 'low', 'medium', 'high')),
  constraint site_guests_check check (guests in ('off', 'held', 'open')),
  constraint site_hold_first_check check ((hold_first_comments >= 0) and (hold_first_comments <= 100)),
  constraint site_singleton_check check (singleton)
);

create table stale_anchors (
  post_id uuid not null,
  since timestamptz not null default now(),
  constraint stale_anchors_pkey primary key (post_id),
  constraint stale_anchors_post_fkey foreign key (post_id) references posts(id) on delete cascade
);

create table statements (
  decision_id uuid not null,
  user_id uuid not null,                             -- personal: pseudonym
  language text not null,
  text text not null,                                -- personal: content
  visible_at timestamptz not null,                   -- personal: behaviour
  told boolean not null default false,               -- personal: behaviour
  constraint statements_pkey primary key (decision_id),
  constraint statements_decision_fkey foreign key (decision_id) references decisions(id),
  constraint statements_user_fkey foreign key (user_id) references users(id) on delete cascade
);
create index statements_due_idx on statements (visible_at) where (not told);
create index statements_user_idx on statements (user_id, decision_id);

create table subscriptions (
  user_id uuid not null,                             -- personal: pseudonym
  post_id uuid not null,
  level text not null,                               -- personal: behaviour
  since timestamptz not null default now(),          -- personal: behaviour
  carried_from uuid,
  constraint subscriptions_pkey primary key (user_id, post_id),
  constraint subscriptions_level_check check (level in ('all', 'none')),
  constraint subscriptions_post_fkey foreign key (post_id) references posts(id) on delete cascade,
  constraint subscriptions_user_fkey foreign key (user_id) references users(id) on delete cascade
);
create index subscriptions_followers_idx on subscriptions (post_id, level, user_id);

create table totp_factors (
  user_id uuid not null,                             -- personal: pseudonym
  secret bytea not null,                             -- personal: secret
  last_step bigint not null default 0,               -- personal: behaviour
  begun_at timestamptz not null default now(),       -- personal: behaviour
  confirmed_at timestamptz,                          -- personal: behaviour
  id uuid not null default gen_random_uuid(),        -- personal: pseudonym
  constraint totp_factors_pkey primary key (user_id),
  constraint totp_factors_user_fkey foreign key (user_id) references users(id) on delete cascade
);

create table used_challenges (
  digest bytea not null,
  expires_at timestamptz not null,
  constraint used_challenges_pkey primary key (digest)
);
create index used_challenges_expired_idx on used_challenges (expires_at);

create table user_flags (
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
);
create index user_flags_cluster_idx on user_flags (created_at) where (cluster is not null);
create unique index user_flags_open_key on user_flags (target_id, user_id, field) where (state = 'open');
create index user_flags_target_idx on user_flags (target_id, state, id);
create index user_flags_user_idx on user_flags (user_id, id);
create trigger user_flags_added after insert on user_flags referencing new table as added for each statement execute function count_user_flags();
create trigger user_flags_changed after update on user_flags referencing old table as gone new table as added for each statement execute function count_user_flags();
create trigger user_flags_gone after delete on user_flags referencing old table as gone for each statement execute function count_user_flags();

create table user_names (
  key text not null,                                 -- personal: identity
  user_id uuid not null,                             -- personal: pseudonym
  constraint user_names_pkey primary key (key),
  constraint user_names_user_fkey foreign key (user_id) references users(id) on delete cascade
);
create index user_names_user_idx on user_names (user_id);

create table users (
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
  email_failed_at timestamptz,                       -- personal: behaviour
  language text,                                     -- personal: behaviour
  pending_until timestamptz,                         -- personal: behaviour
  badges text[] not null default '{}'::text[],       -- personal: identity
  terms_version text,                                -- personal: behaviour
  terms_accepted_at timestamptz,                     -- personal: behaviour
  closed_at timestamptz,                             -- personal: behaviour
  constraint users_pkey primary key (id),
  constraint users_guest_check check ((kind <> 'guest') or ((role = 'member') and (username is null) and (email is null) and (email_key is null) and (password_hash is null))),
  constraint users_kind_check check (kind in ('member', 'guest', 'imported', 'erased')),
  constraint users_member_check check ((kind <> 'member') or (username is not null)),
  constraint users_role_check check (role in ('member', 'moderator', 'admin')),
  constraint users_standing_check check (standing in ('active', 'premoderated', 'suspended', 'banned'))
);
create unique index users_email_key on users (email_key);
create unique index users_foreign_key on users (source, foreign_key) where (source is not null);
create index users_guests_idx on users (created_at, id) where (kind = 'guest');
create index users_pending_idx on users (pending_until) where (pending_until is not null);
create index users_staff_idx on users (id) where (role <> 'member');
create unique index users_username_key on users (lower(username));
create trigger users_join_staff after update of role on users for each row when (old.role = 'member' and new.role <> 'member') execute function shorten_sessions();

create table votes (
  comment_id uuid not null,
  user_id uuid not null,                             -- personal: pseudonym
  post_id uuid not null,
  value smallint not null,                           -- personal: behaviour
  created_at timestamptz not null default now(),     -- personal: behaviour
  constraint votes_pkey primary key (comment_id, user_id),
  constraint votes_value_check check (value in ('-1'::integer, 1)),
  constraint votes_comment_fkey foreign key (comment_id) references comments(id) on delete cascade,
  constraint votes_user_fkey foreign key (user_id) references users(id)
);
create index votes_recent_idx on votes using brin (created_at) with (pages_per_range='32', autosummarize='on');
create index votes_user_idx on votes (user_id, post_id);

-- Functions:
--   carry_locks
--   cast_votes
--   count_comment_flags
--   count_notices
--   count_user_flags
--   is_in_locked_branch
--   is_newcomer
--   keep_queue_item
--   move_queue_item
--   next_turn
--   note_stale_anchors
--   refuse_change
--   shorten_sessions
--   signal_queue
--   take_back_review
--   write_comments
