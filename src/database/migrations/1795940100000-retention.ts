import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classify } from '../personal-data.js';

const CHANGES = [
  /* Events up to here are dropped. Nothing looks for events by their age any more. */
  `alter table post_heads add kept_seq bigint not null default 0`,
  `update post_heads h set kept_seq = coalesce(
     (select min(e.seq) - 1 from post_events e where e.post_id = h.post_id), h.seq)`,
  ...classify('post_heads', ['kept_seq'], {}),
  `drop index post_events_at_idx`,

  `create index signals_at_idx on signals (at)`,
  `create index sessions_expired_idx on sessions (expires_at)`,
  `create index bulk_jobs_finished_idx on bulk_jobs (finished_at) where finished_at is not null`,

  /* The first report that came from the same network to the same comment: those of one network count
     once, also when the hash of the network is forgotten. */
  `alter table comment_flags add voice uuid`,
  `update comment_flags f set voice = coalesce(
     (select first.id from comment_flags first
      where first.comment_id = f.comment_id and first.cluster = f.cluster order by first.id limit 1), f.id)`,
  ...classify('comment_flags', ['voice'], { voice: 'pseudonym' }),

  /* A fifth of a month's rows is much to leave lying until it is cleaned up. */
  ...['post_events', 'idempotency_records', 'signals'].map(
    (table) => `alter table ${table} set (autovacuum_vacuum_scale_factor = 0.05)`,
  ),
];

export class Retention1795940100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of CHANGES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Which events were dropped would be lost: restore a backup instead.');
  }
}
