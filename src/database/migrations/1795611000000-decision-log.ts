import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classify } from '../personal-data.js';
import { CANNED_REASONS } from './1795611000000-canned-reasons.js';

const TABLES = [
  /* What a decision says in words, and what was there before it; apart from the log, so that erasure can
     take it away and leave the log whole. */
  `create table decision_details (
    decision_id uuid not null,
    note text,
    text text,
    before jsonb,
    constraint decision_details_pkey primary key (decision_id),
    constraint decision_details_decision_fkey foreign key (decision_id) references decisions (id)
  )`,
  `insert into decision_details (decision_id, note) select id, note from decisions where note is not null`,
  `alter table decisions drop column note,
    add rule text,
    add undoes uuid,
    add led_by text not null default 'moderation',
    add content_at timestamptz,
    add constraint decisions_led_by_check check (led_by in ('moderation', 'notice', 'reports', 'rules'))`,
  `create unique index decisions_undoes_key on decisions (undoes) where undoes is not null`,

  /* What whoever is concerned is told, once the moderator can no longer take it back unseen. */
  `create table statements (
    decision_id uuid not null,
    user_id uuid not null,
    language text not null,
    text text not null,
    visible_at timestamptz not null,
    told boolean not null default false,
    constraint statements_pkey primary key (decision_id),
    constraint statements_decision_fkey foreign key (decision_id) references decisions (id),
    constraint statements_user_fkey foreign key (user_id) references users (id) on delete cascade
  )`,
  `create index statements_user_idx on statements (user_id, decision_id)`,
  `create index statements_due_idx on statements (visible_at) where not told`,

  `create table canned_reasons (
    reason text not null,
    language text not null,
    text text not null,
    updated_at timestamptz not null default now(),
    updated_by uuid,
    constraint canned_reasons_pkey primary key (reason, language),
    constraint canned_reasons_language_check check (language in ('en', 'lv', 'ru'))
  )`,
];

/** Nobody changes the log, whatever the service or an application role asks for. */
const APPEND_ONLY = [
  `create function refuse_change() returns trigger language plpgsql as $function$
   begin
     raise exception 'The table % is append-only', tg_table_name using errcode = 'insufficient_privilege';
   end
   $function$`,
  `create trigger decisions_kept before update or delete on decisions
    for each row execute function refuse_change()`,
  `create trigger decisions_not_truncated before truncate on decisions
    for each statement execute function refuse_change()`,
];

const CLASSES = [
  ...classify('decisions', ['rule', 'undoes', 'led_by', 'content_at'], {
    rule: 'behaviour',
    led_by: 'behaviour',
    content_at: 'behaviour',
  }),
  ...classify('decision_details', ['decision_id', 'note', 'text', 'before'], {
    note: 'content',
    text: 'content',
    before: 'identity',
  }),
  ...classify('statements', ['decision_id', 'user_id', 'language', 'text', 'visible_at', 'told'], {
    user_id: 'pseudonym',
    text: 'content',
    visible_at: 'behaviour',
    told: 'behaviour',
  }),
  ...classify('canned_reasons', ['reason', 'language', 'text', 'updated_at', 'updated_by'], {
    updated_by: 'pseudonym',
  }),
];

/** The log of decisions, append-only; what it says in words, and what it tells to whom. */
export class DecisionLog1795611000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...APPEND_ONLY, ...CLASSES]) await runner.query(statement);
    for (const [reason, texts] of Object.entries(CANNED_REASONS)) {
      for (const [language, text] of Object.entries(texts)) {
        await runner.query(
          'insert into canned_reasons (reason, language, text) values ($1, $2, $3)',
          [reason, language, text],
        );
      }
    }
  }

  async down(): Promise<void> {
    throw new Error('Notes and statements would be lost: restore a backup instead.');
  }
}
