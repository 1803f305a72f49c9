import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/database.js';
import { instantSql } from '../database/json-text.js';
import type { CommentsHandling, ErasureView } from './erasure.dto.js';

/** A row of an erasure. */
type Asked = Omit<ErasureView, 'heldBack'>;

const VIEW = `comments, ${instantSql('asked_at')} as "askedAt", ${instantSql('due_at')} as "dueAt"`;

/** Accounts whose holders have requested their erasure. */
@Injectable()
export class ErasuresRepository {
  constructor(private readonly database: Database) {}

  /** A repeated request keeps the time, and can change the choice until the erasure starts. */
  async insert(
    tx: Tx,
    userId: string,
    { comments, graceSeconds }: { comments: CommentsHandling; graceSeconds: number },
  ): Promise<Asked> {
    const [view] = await tx.query<Asked>({
      text: `insert into erasures (user_id, comments, due_at) values ($1, $2, now() + make_interval(secs => $3))
             on conflict (user_id) do update set comments = case
               when erasures.began_at is null then excluded.comments else erasures.comments end
             returning ${VIEW}`,
      values: [userId, comments, graceSeconds],
    });
    return view;
  }

  async find(userId: string): Promise<Asked | null> {
    const [view] = await this.database.query<Asked>({
      text: `select ${VIEW} from erasures where user_id = $1`,
      values: [userId],
    });
    return view ?? null;
  }

  /** All erasures that are pending or running. */
  async list(): Promise<{ userId: string; dueAt: Date }[]> {
    return this.database.query({
      text: 'select user_id as "userId", due_at as "dueAt" from erasures',
    });
  }

  async listBegun(): Promise<string[]> {
    return this.database.column<string>({
      text: 'select user_id from erasures where began_at is not null',
    });
  }

  /** @returns whether there was one that had not started */
  async cancel(tx: Tx, userId: string): Promise<boolean> {
    const rows = await tx.query({
      text: 'delete from erasures where user_id = $1 and began_at is null returning 1',
      values: [userId],
    });
    return rows.length > 0;
  }

  /**
   * Allows for a clock of the queue that is a little ahead of this one.
   * @returns whether comments are kept or deleted; null when no erasure is due, or it was cancelled
   */
  async begin(userId: string): Promise<CommentsHandling | null> {
    const [row] = await this.database.execute<{ comments: CommentsHandling }>({
      text: `update erasures set began_at = coalesce(began_at, now())
             where user_id = $1 and due_at <= now() + interval '1 minute' returning comments`,
      values: [userId],
    });
    return row?.comments ?? null;
  }

  async finish(tx: Tx, userId: string): Promise<void> {
    await tx.query({ text: 'delete from erasures where user_id = $1', values: [userId] });
  }
}
