import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

const KINDS = `'comment', 'former', 'reported', 'name', 'bio', 'report', 'note', 'text', 'before', 'statement'`;

const TABLES = [
  /* That what a decision was about is held back from an erasure, until a time. */
  `create table evidence_holds (
    decision_id uuid not null,
    until timestamptz not null, -- personal: behaviour
    reason text not null, -- personal: content
    held_by uuid not null, -- personal: pseudonym
    created_at timestamptz not null default now(), -- personal: behaviour
    constraint evidence_holds_pkey primary key (decision_id),
    constraint evidence_holds_decision_fkey foreign key (decision_id) references decisions(id)
  )`,
  /* A text that such a hold keeps, as it was when the hold was made; it goes with the hold. */
  `create table evidence_texts (
    decision_id uuid not null,
    number integer not null,
    kind text not null,
    author_id uuid, -- personal: pseudonym
    version integer,
    body text not null, -- personal: content
    html text, -- personal: content
    written_at timestamptz, -- personal: behaviour
    constraint evidence_texts_pkey primary key (decision_id, number),
    constraint evidence_texts_kind_check check (kind in (${KINDS})),
    constraint evidence_texts_hold_fkey foreign key (decision_id) references evidence_holds(decision_id) on delete cascade
  )`,
];

const INDEXES = [
  'create index evidence_holds_until_idx on evidence_holds (until)',
  'create index evidence_texts_author_idx on evidence_texts (author_id) where author_id is not null',
];

export class Evidence1796750000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES.flatMap(classified), ...INDEXES])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table evidence_texts');
    await runner.query('drop table evidence_holds');
  }
}
