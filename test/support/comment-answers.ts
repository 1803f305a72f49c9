import type { Person } from './people.js';
import type { Recorder } from './recorder.js';
import type { TestDatabase } from './test-database.js';
import { say } from './threads.js';

/** Who asks for the answers that a recorder holds to the document, and about what. */
export interface AnswerTrial {
  recorder: Recorder;
  database: TestDatabase;
  first: Person;
  staff: Person;
  reader: Person;
  other: Person;
  post: string;
  /** The origin of the pages under discussion. */
  origin: string;
  /** From here on no node carries out what is to be done in bulk. */
  idle: () => Promise<void>;
}

/** As if a comment were a minute older: its author deletes it with a trace. */
export const age = (database: TestDatabase, id: string) =>
  database.query(
    `update comments set created_at = created_at - interval '1 minute' where id = $1`,
    [id],
  );

/** What readers and authors ask of comments. */
export async function tryComments(trial: AnswerTrial): Promise<void> {
  const { recorder, database, reader, other, post } = trial;
  const { app } = recorder;
  const send = recorder.send.bind(recorder);
  const readTwice = recorder.readTwice.bind(recorder);
  await send('post', '/previews', reader, { body: 'As it *will* look' }).expect(200);
  const top = await say(app, reader, post, 'Top *level*');
  const reply = await say(app, other, post, 'Reply', top.id);
  for (let count = 0; count < 4; count++) await say(app, reader, post, `More ${count}`, top.id);
  await send('patch', `/comments/${top.id}`, reader, { body: 'Better' })
    .set('if-match', '"1"')
    .expect(200);
  await readTwice(`/api/v1/posts/${post}/comments?replies=1&depth=1&sort=oldest`);
  await readTwice(`/api/v1/posts/${post}/thread.html?sort=oldest&limit=1`);
  const { nextCursor } = await readTwice(`/api/v1/comments/${top.id}/replies?limit=2`);
  await readTwice(`/api/v1/comments/${top.id}/replies?cursor=${nextCursor}`);
  for (const path of ['', '/context', '/revisions?limit=5']) {
    await app.request.get(`/api/v1/comments/${reply.id}${path}`).expect(200);
    await app.request.get(`/api/v1/comments/${top.id}${path}`).set(reader.auth).expect(200);
  }
  await database.query(
    `update comments set source = 'wordpress', foreign_id = '17' where id = $1`,
    [reply.id],
  );
  await readTwice(`/api/v1/posts/${post}/comments/by-foreign-id?id=17&source=wordpress`);
  await send('put', `/comments/${reply.id}/vote`, reader, { value: 1 }).expect(200);
  await send('put', `/posts/${post}/viewer`, reader, { lastSeenSeq: 1 }).expect(200);
  for (const viewer of [{}, reader.auth]) {
    await app.request.get(`/api/v1/posts/${post}/viewer`).set(viewer).expect(200);
  }
  await age(database, top.id);
  for (const [id, by] of [
    [top.id, reader],
    [reply.id, other],
  ] as const) {
    await app.request.delete(`/api/v1/comments/${id}`).set(by.auth).expect(204);
  }
  const tombstone = await app.request.get(`/api/v1/comments/${top.id}`).expect(200);
  expect(tombstone.body.removal).toEqual({ by: 'author', reason: null });
}
