import { type AnswerTrial, decideBy } from './comment-answers.js';
import { type Person, register, signInAnew } from './people.js';
import { createPost, say } from './threads.js';

/** Every decision, the log of decisions, and bulk jobs. */
export async function tryModeration(trial: AnswerTrial): Promise<void> {
  const { recorder, database, first, staff, reader, other, post, idle } = trial;
  const { app } = recorder;
  const send = recorder.send.bind(recorder);
  const decide = decideBy(trial);
  const comment = await say(app, reader, post, 'Heated');
  const flag = { reason: 'abusive', detail: 'See the second word.' };
  await send('post', `/comments/${comment.id}/flags`, other, flag).expect(201);
  const held = (await createPost(app, staff, { mode: 'premoderated' })).id;
  const waiting = await send('post', `/posts/${held}/comments`, reader, { body: 'Waits' });
  expect(waiting.status).toBe(202);
  expect(waiting.body.hold).not.toHaveLength(0);
  for (const kind of ['', '?kind=held', '?kind=reported&limit=1']) {
    const { body } = await app.request.get(`/api/v1/moderation/queue${kind}`).set(staff.auth);
    expect(body.items).not.toHaveLength(0);
  }
  await decide(waiting.body.id, 1, 'approve').expect(201);
  await decide(comment.id, 1, 'remove', 'abusive').expect(201);
  await app.request.get(`/api/v1/comments/${comment.id}`).set(reader.auth).expect(200);
  await decide(comment.id, 2, 'restore').expect(201);
  for (const action of ['lock', 'unlock']) {
    await send('post', `/moderation/posts/${post}/decisions`, staff, { action }).expect(201);
  }
  const person = await register(app);
  const end = new Date(Date.now() + 60_000).toISOString();
  const suspension = {
    action: 'suspend',
    reason: 'spam',
    rule: 'Rule 4',
    text: 'So.',
    until: end,
  };
  const on = `/moderation/users/${person.id}`;
  const suspended = await send('post', `${on}/decisions`, staff, suspension).expect(201);
  await database.query('update statements set visible_at = now()');
  const told = await app.request.get('/api/v1/users/me/decisions').set(person.auth).expect(200);
  expect(told.body.items).toHaveLength(1);
  const evidence = `/moderation/decisions/${suspended.body.decision.id}/evidence`;
  const hold = { days: 30, reason: 'A court has asked for it.' };
  await send('put', evidence, first, hold).expect(200);
  await app.request.get(`/api/v1${evidence}`).set(first.auth).expect(200);
  await app.request.get('/api/v1/users/me/decisions').set(person.auth).expect(200);
  await app.request.delete(`/api/v1${evidence}`).set(first.auth).expect(204);
  const undo = `/moderation/decisions/${suspended.body.decision.id}/undo`;
  await send('post', undo, staff, { note: 'No.' }).expect(201);
  await app.request.get(`/api/v1${on}`).set(staff.auth).expect(200);
  const reasons = '/moderation/canned-reasons';
  await app.request.get(`/api/v1${reasons}`).set(staff.auth).expect(200);
  const words = { reason: 'spam', language: 'en', text: 'Too much of the same.' };
  await send('put', reasons, staff, words).expect(200);
  // No node carries out the job, so that it can be stopped.
  await idle();
  const many = { action: 'remove', reason: 'spam', post };
  const job = await send('post', '/moderation/bulk', staff, many).expect(201);
  const bulk = `/moderation/bulk/${job.body.id}`;
  for (const path of ['/moderation/bulk', bulk, `${bulk}/items`]) {
    await app.request.get(`/api/v1${path}`).set(staff.auth).expect(200);
  }
  await send('post', `${bulk}/cancel`, staff, {}).expect(200);
  const ban = { action: 'ban', reason: 'spam', note: 'A machine.' };
  await send('post', `/moderation/users/${person.id}/decisions`, staff, ban).expect(201);
  await app.request
    .get('/api/v1/users/me')
    .set((await signInAnew(app, person)).auth)
    .expect(200);
  const back = { action: 'reinstate' };
  await send('post', `/moderation/users/${person.username}/decisions`, staff, back).expect(201);
  await app.request.get('/api/v1/moderation/log/public').expect(200);
  const whole = app.request.get('/api/v1/moderation/log/export').set(staff.auth);
  await whole.buffer(true).expect(200);
  const log = await app.request.get('/api/v1/moderation/log?limit=3').set(staff.auth).expect(200);
  expect(log.body.nextCursor).not.toBeNull();
}

/** Reports, notices, and the shared queue of moderators. */
export async function tryReports(trial: AnswerTrial): Promise<void> {
  const { recorder, first, staff, reader, other, post, origin } = trial;
  const { app } = recorder;
  const send = recorder.send.bind(recorder);
  const decide = decideBy(trial);
  const call = (method: 'get' | 'delete', path: string, by: Person) =>
    app.request[method](`/api/v1${path}`).set(by.auth);
  const comment = await say(app, reader, post, 'Much discussed');
  const flag = { reason: 'illegal', detail: null };
  await send('post', `/comments/${comment.id}/flags`, other, flag).expect(201);
  const name = { reason: 'offensive', field: 'name', detail: 'An insult.' };
  await send('post', `/users/${reader.username}/flags`, other, name).expect(201);
  const notice = {
    url: `${origin}/film#${comment.id}`,
    category: 'defamation',
    explanation: 'An accusation without a source.',
    name: 'Anna',
    email: 'anna@example.org',
    goodFaith: true,
  };
  const receipt = await app.request.post('/api/v1/notices').send(notice).expect(201);
  const url = `/api/v1/notices/${receipt.body.id}?secret=${receipt.body.secret}`;
  await app.request.get(url).expect(200);
  const edit = send('patch', `/comments/${comment.id}`, reader, { body: 'Edited' });
  await edit.set('if-match', '1').expect(200);
  const item = `/moderation/queue/${comment.id}`;
  await send('put', `${item}/claim`, staff, {}).expect(200);
  const notes = `/moderation/comments/${comment.id}/notes`;
  await send('post', notes, staff, { body: 'Look at the edit.' }).expect(201);
  await call('get', notes, staff).expect(200);
  for (const kind of ['', '?kind=new&sort=score', '?sort=score&limit=100']) {
    await call('get', `/moderation/queue${kind}`, staff).expect(200);
  }
  const since = new Date(Date.now() - 60_000).toISOString();
  await call('get', `/moderation/handover?since=${since}`, staff).expect(200);
  await call('delete', `${item}/claim`, staff).expect(204);
  await send('put', `${item}/escalation`, staff, {}).expect(204);
  await call('get', '/moderation/queue?kind=escalated', staff).expect(200);
  await call('delete', `${item}/escalation`, first).expect(204);
  await send('post', `/moderation/queue/${reader.id}/dismissal`, staff, {}).expect(201);
  await decide(comment.id, 2, 'remove', 'illegal').expect(201);
  await app.request.get(url).expect(200);
  await call('get', '/users/me/flags?limit=1', other).expect(200);
  await call('get', '/moderation/settings', staff).expect(200);
  await send('patch', '/moderation/settings', first, { hideScore: 12 }).expect(200);
}
