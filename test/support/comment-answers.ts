import { randomUUID } from 'node:crypto';
import type { Person } from './people.js';
import type { Recorder } from './recorder.js';
import type { TestDatabase } from './test-database.js';
import { createPost, say } from './threads.js';

/** The accounts and the recorder of a trial that checks answers against the API document. */
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
  /** Stops every node from carrying out bulk jobs. */
  idle: () => Promise<void>;
}

/** Makes a comment a minute older, so that deleting it leaves a trace. */
const age = (database: TestDatabase, id: string) =>
  database.query(
    `update comments set created_at = created_at - interval '1 minute' where id = $1`,
    [id],
  );

/** Requests of readers and authors about comments. */
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

/** Creates each kind of event in the log. */
export async function tryEvents(trial: AnswerTrial): Promise<void> {
  const { recorder, database, staff, reader, other } = trial;
  const { app } = recorder;
  const send = recorder.send.bind(recorder);
  const decide = decideBy(trial);
  const { id } = await createPost(app, staff);
  const [one, two] = [await say(app, reader, id, 'One'), await say(app, other, id, 'Two')];
  await send('patch', `/comments/${one.id}`, reader, { body: '1' }).set('if-match', '1');
  await decide(one.id, 2, 'remove', 'off_topic').expect(201);
  await decide(one.id, 3, 'restore').expect(201);
  await decide(one.id, 4, 'remove', 'off_topic').expect(201);
  await say(app, reader, id, 'Reply', two.id);
  await age(database, two.id);
  await app.request.delete(`/api/v1/comments/${two.id}`).set(other.auth).expect(204);
  await send('patch', `/posts/${id}`, staff, { title: 'New', locked: true }).expect(200);
  await send('patch', `/posts/${id}`, staff, { locked: false }).expect(200);
  const { body } = await app.request.get(`/api/v1/posts/${id}/events`).expect(200);
  const types = body.events.map((event: { type: string }) => event.type);
  const expected = [
    'comment.created',
    'comment.deleted',
    'comment.edited',
    'comment.removed',
    'comment.restored',
    'post.locked',
    'post.unlocked',
    'post.updated',
  ];
  expect(new Set(types)).toEqual(new Set(expected));
  await app.request.get(`/api/v1/posts/${id}/events?after=99`).expect(200);
  await app.request.get(`/api/v1/posts/${id}/events?after=1&epoch=${randomUUID()}`).expect(200);
}

/** Sends a decision of staff on a comment. */
export function decideBy({ recorder, staff }: Pick<AnswerTrial, 'recorder' | 'staff'>) {
  return (id: string, version: number, action: string, reason?: string) =>
    recorder.send('post', `/moderation/comments/${id}/decisions`, staff, {
      action,
      version,
      reason,
    });
}
