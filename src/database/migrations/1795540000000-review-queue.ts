import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classify } from '../personal-data.js';
import { QUEUE_FUNCTIONS, QUEUE_TRIGGERS } from './1795540000000-queue-triggers.js';

const TABLES = [
  /* When a moderator last decided on the present text; an edit takes it back. */
  `alter table comments add reviewed_at timestamptz`,
  `create index comments_new_idx on comments (id)
    where status = 'published' and reviewed_at is null and source is null`,

  /* \`score\` is what the report weighs, \`cluster\` a keyed hash of the network that it came from, for
     thirty days; see \`flag-scoring.ts\` and \`address-clusters.ts\`. */
  `alter table comment_flags
    add comment_version integer not null default 1,
    add score real not null default 1,
    add cluster bytea`,
  `drop index comment_flags_user_idx`,
  `create index comment_flags_user_idx on comment_flags (user_id, id)`,
  `create index comment_flags_cluster_idx on comment_flags (created_at) where cluster is not null`,

  /* What was reported, as it was; apart from the report, so that erasure can take it away. */
  `create table flagged_texts (
    comment_id uuid not null,
    version integer not null,
    body text not null,
    created_at timestamptz not null default now(),
    constraint flagged_texts_pkey primary key (comment_id, version),
    constraint flagged_texts_comment_fkey foreign key (comment_id) references comments (id) on delete cascade
  )`,

  /* Reports of a display name or a bio; \`text\` is what it said. */
  `create table user_flags (
    id uuid not null,
    target_id uuid not null,
    user_id uuid not null,
    field text not null,
    reason text not null,
    detail text,
    text text not null,
    score real not null default 1,
    cluster bytea,
    state text not null default 'open',
    decision_id uuid,
    created_at timestamptz not null default now(),
    resolved_at timestamptz,
    constraint user_flags_pkey primary key (id),
    constraint user_flags_target_fkey foreign key (target_id) references users (id) on delete cascade,
    constraint user_flags_user_fkey foreign key (user_id) references users (id),
    constraint user_flags_field_check check (field in ('name', 'bio')),
    constraint user_flags_state_check check (state in ('open', 'agreed', 'disagreed', 'gone'))
  )`,
  `create unique index user_flags_open_key on user_flags (target_id, user_id, field) where state = 'open'`,
  `create index user_flags_target_idx on user_flags (target_id, state, id)`,
  `create index user_flags_user_idx on user_flags (user_id, id)`,
  `create index user_flags_cluster_idx on user_flags (created_at) where cluster is not null`,

  /* What waits for moderators, or did: one row a comment or account, by its id. Triggers below keep it
     with the rows that it is about, so that no way of writing these can forget it. */
  `create table queue_items (
    id uuid not null,
    subject text not null,
    kind text not null,
    open boolean not null default true,
    post_id uuid,
    score real not null default 0,
    flag_count integer not null default 0,
    notice_count integer not null default 0,
    surge jsonb,
    surge_settled_at timestamptz,
    since timestamptz not null default now(),
    escalated_by uuid,
    escalated_at timestamptz,
    closed_at timestamptz,
    constraint queue_items_pkey primary key (id),
    constraint queue_items_subject_check check (subject in ('comment', 'user')),
    constraint queue_items_kind_check check (kind in ('reported', 'held', 'escalated'))
  )`,
  `create index queue_items_score_idx on queue_items (kind, score desc, id desc) where open`,
  `create index queue_items_age_idx on queue_items (kind, since, id) where open`,
  `create index queue_items_since_idx on queue_items (since)`,
  `create index queue_items_closed_idx on queue_items (closed_at) where not open`,

  /* Who has taken an item; idle ones end by what is read, see \`claims.repository.ts\`. */
  `create table queue_claims (
    item_id uuid not null,
    moderator_id uuid not null,
    session_id uuid not null,
    claimed_at timestamptz not null default now(),
    active_at timestamptz not null default now(),
    constraint queue_claims_pkey primary key (item_id),
    constraint queue_claims_moderator_fkey foreign key (moderator_id) references users (id) on delete cascade
  )`,
  `create index queue_claims_session_idx on queue_claims (session_id)`,
  `create index queue_claims_moderator_idx on queue_claims (moderator_id)`,

  `create table comment_notes (
    id uuid not null,
    comment_id uuid not null,
    author_id uuid not null,
    body text not null,
    created_at timestamptz not null default now(),
    constraint comment_notes_pkey primary key (id),
    constraint comment_notes_comment_fkey foreign key (comment_id) references comments (id) on delete cascade,
    constraint comment_notes_author_fkey foreign key (author_id) references users (id)
  )`,
  `create index comment_notes_comment_idx on comment_notes (comment_id, id)`,

  `create table notices (
    id uuid not null,
    reference text not null,
    secret_hash bytea not null,
    comment_id uuid not null,
    comment_version integer not null,
    post_id uuid not null,
    category text not null,
    explanation text not null,
    name text,
    email text,
    cluster bytea,
    state text not null default 'received',
    decision_id uuid,
    action text,
    reason text,
    statement text,
    created_at timestamptz not null default now(),
    decided_at timestamptz,
    constraint notices_pkey primary key (id),
    constraint notices_reference_key unique (reference),
    constraint notices_state_check check (state in ('received', 'decided', 'gone'))
  )`,
  `create index notices_comment_idx on notices (comment_id, state, id)`,
  `create index notices_cluster_idx on notices (cluster, created_at) where cluster is not null`,
  `create index notices_age_idx on notices (created_at) where cluster is not null`,
  /* What became of a notice, for whoever has its receipt. */
  `create table notice_events (
    notice_id uuid not null,
    number integer not null,
    type text not null,
    at timestamptz not null default now(),
    constraint notice_events_pkey primary key (notice_id, number),
    constraint notice_events_notice_fkey foreign key (notice_id) references notices (id) on delete cascade,
    constraint notice_events_type_check check (type in ('received', 'decided', 'changed', 'gone'))
  )`,

  `alter table signals add facts jsonb`,
  `alter table site
    add flag_sensitivity text not null default 'low',
    add hide_score real not null default 12.5,
    add queue_swept_at timestamptz not null default '-infinity',
    add constraint site_flag_sensitivity_check check (flag_sensitivity in ('disabled', 'low', 'medium', 'high'))`,
  `create index users_staff_idx on users (id) where role <> 'member'`,
];

const WAITING = [
  `insert into queue_items (id, subject, kind, post_id, since)
   select id, 'comment', 'held', post_id, created_at from comments where status = 'held'`,
  `insert into flagged_texts (comment_id, version, body, created_at)
   select distinct on (c.id) c.id, c.version, c.body, f.created_at
   from comment_flags f join comments c on c.id = f.comment_id
   where f.state = 'open' and c.status <> 'deleted' order by c.id, f.id`,
  `insert into queue_items as q (id, subject, kind, post_id, score, flag_count, since)
   select f.comment_id, 'comment', 'reported', f.post_id, sum(f.score), count(*), min(f.created_at)
   from comment_flags f join comments c on c.id = f.comment_id
   where f.state = 'open' and c.status in ('published', 'held') group by f.comment_id, f.post_id
   on conflict (id) do update set score = excluded.score, flag_count = excluded.flag_count`,
  `update comments c set reviewed_at = now() where exists (select 1 from decisions d where d.comment_id = c.id)`,
];

export class ReviewQueue1795540000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      ...TABLES,
      ...QUEUE_FUNCTIONS,
      ...WAITING,
      ...QUEUE_TRIGGERS,
      ...CLASSES,
    ]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('Reports and notices would be lost: restore a backup instead.');
  }
}

const FLAG = {
  user_id: 'pseudonym',
  reason: 'behaviour',
  detail: 'content',
  state: 'behaviour',
} as const;
const TIMES = {
  created_at: 'behaviour',
  resolved_at: 'behaviour',
  decided_at: 'behaviour',
} as const;

const CLASSES = [
  ...classify('comments', ['reviewed_at'], { reviewed_at: 'behaviour' }),
  ...classify('comment_flags', ['comment_version', 'score', 'cluster'], {
    score: 'behaviour',
    cluster: 'pseudonym',
  }),
  ...classify('flagged_texts', ['comment_id', 'version', 'body', 'created_at'], {
    body: 'content',
    created_at: 'behaviour',
  }),
  ...classify(
    'user_flags',
    'id target_id user_id field reason detail text score cluster state decision_id created_at resolved_at'.split(
      ' ',
    ),
    {
      ...FLAG,
      ...TIMES,
      target_id: 'pseudonym',
      text: 'content',
      score: 'behaviour',
      cluster: 'pseudonym',
    },
  ),
  ...classify(
    'queue_items',
    'id subject kind open post_id score flag_count notice_count surge surge_settled_at since escalated_by escalated_at closed_at'.split(
      ' ',
    ),
    { id: 'pseudonym', score: 'behaviour', escalated_by: 'pseudonym', escalated_at: 'behaviour' },
  ),
  ...classify(
    'queue_claims',
    ['item_id', 'moderator_id', 'session_id', 'claimed_at', 'active_at'],
    {
      moderator_id: 'pseudonym',
      session_id: 'pseudonym',
      claimed_at: 'behaviour',
      active_at: 'behaviour',
    },
  ),
  ...classify('comment_notes', ['id', 'comment_id', 'author_id', 'body', 'created_at'], {
    author_id: 'pseudonym',
    body: 'content',
    created_at: 'behaviour',
  }),
  ...classify(
    'notices',
    'id reference secret_hash comment_id comment_version post_id category explanation name email cluster state decision_id action reason statement created_at decided_at'.split(
      ' ',
    ),
    {
      ...TIMES,
      secret_hash: 'secret',
      category: 'behaviour',
      explanation: 'content',
      name: 'identity',
      email: 'contact',
      cluster: 'pseudonym',
      action: 'behaviour',
      reason: 'behaviour',
      statement: 'content',
    },
  ),
  ...classify('notice_events', ['notice_id', 'number', 'type', 'at'], { at: 'behaviour' }),
  ...classify('signals', ['facts'], { facts: 'behaviour' }),
  ...classify('site', ['flag_sensitivity', 'hide_score', 'queue_swept_at'], {}),
];
