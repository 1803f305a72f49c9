import type { Response } from 'supertest';
import { newId } from '../../src/database/ids.js';
import type { Member } from '../../src/users/viewer/viewer.js';
import type { Person } from './people.js';
import type { TestApp } from './test-app.js';
import type { TestDatabase } from './test-database.js';
import { until } from './until.js';

export async function vote(
  app: TestApp,
  by: Person,
  commentId: string,
  value: unknown,
  headers: object = {},
): Promise<Response> {
  return app.request
    .put(`/api/v1/comments/${commentId}/vote`)
    .set({ ...by.auth, ...headers })
    .send({ value });
}

/** Makes scores visible, as if their hidden hour were over. */
export async function showScores(database: TestDatabase, postId: string): Promise<void> {
  await database.query('update posts set scores_hidden_until = null where id = $1', [postId]);
}

/** Accounts without a session: tests call the services for them. */
export async function makeVoters(database: TestDatabase, count: number): Promise<Member[]> {
  const ids = Array.from({ length: count }, () => newId());
  await database.query(
    `insert into users (id, kind, username, display_name, email)
     select id, 'member', id::text, id::text, id::text from unnest($1::uuid[]) as id`,
    [ids],
  );
  return ids.map((id) => ({ id, role: 'member', standing: 'active', sessionId: id, expiresAt: 0 }));
}

/** Sets votes on a comment; its sort keys follow. */
export async function setVotes(
  database: TestDatabase,
  commentId: string,
  upvotes: number,
  downvotes: number,
): Promise<void> {
  await database.query(
    `with counted as (
       update comments set upvotes = $2, downvotes = $3 where id = $1 returning id, post_id
     )
     insert into score_moves (comment_id, post_id) select id, post_id from counted
     on conflict do nothing`,
    [commentId, upvotes, downvotes],
  );
}

export async function untilSettled(database: TestDatabase): Promise<void> {
  await until('every move to be settled', async () => {
    const [{ moves }] = await database.query<{ moves: number }>(
      'select count(*)::integer as moves from score_moves',
    );
    return moves === 0;
  });
}
