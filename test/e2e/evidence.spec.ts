import { Rounds } from '../../src/nodes/background-rounds.js';
import { ErasureReplay } from '../../src/privacy/erasure-replay.js';
import { made, passGrace, readStatements, undo } from '../support/decisions.js';
import { ledgerPath } from '../support/erasures/ledger.js';
import { findCanaries, newCanary, plant } from '../support/erasures/planting.js';
import { decide, flag, outcomeOf } from '../support/moderation.js';
import { ADMIN, PASSWORD, type Person, register, signInAnew } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createTestApp } from '../support/test-app.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';
import { unzip } from '../support/unzip.js';

const DAY_MS = 86_400_000;
const REASON = 'The police have asked for it.';

interface Evidence {
  hold: { until: string; reason: string; heldBy: { id: string } } | null;
  items: { kind: string; authorId: string | null; body: string; html: string | null }[];
  nextCursor: string | null;
}

describe('evidence', () => {
  const ledger = ledgerPath();
  const site = useSite({
    people: { editor: 'admin', staff: 'moderator', other: 'member' },
    env: { ERASURE_LEDGER: ledger },
    prepare: (starting) => void starting.get(Rounds).periods.set('retention', 100),
  });

  const pathOf = (id: string) => `/api/v1/moderation/decisions/${id}/evidence`;
  const hold = (id: string, input: object = { days: 90, reason: REASON }, by = site.editor) =>
    site.app.request.put(pathOf(id)).set(by.auth).send(input);
  const release = (id: string, by = site.editor) =>
    site.app.request.delete(pathOf(id)).set(by.auth).expect(204);
  const look = async (id: string, app = site.app): Promise<Evidence> =>
    (await app.request.get(pathOf(id)).query({ limit: 100 }).set(site.editor.auth).expect(200))
      .body;
  const close = (person: Pick<Person, 'auth'>, comments = 'remove') =>
    site.app.request
      .delete('/api/v1/users/me')
      .set(person.auth)
      .send({ comments, current: PASSWORD })
      .expect(202);
  /** Lets the day of grace pass. */
  const pass = async (person: Pick<Person, 'id'>) => {
    await site.database.query('update erasures set due_at = now() where user_id = $1', [person.id]);
    await site.database.query('update graphile_worker._private_jobs set run_at = now()');
    await until('the erasure to end', async () => {
      const left = 'select 1 from erasures where user_id = $1';
      return (await site.database.query(left, [person.id])).length === 0;
    });
  };
  const end = (id: string) =>
    site.database.query('update evidence_holds set until = now() where decision_id = $1', [id]);
  const gone = (id: string) =>
    until('what was held to go', async () => {
      const left = 'select 1 from evidence_texts where decision_id = $1';
      return (await site.database.query(left, [id])).length === 0;
    });

  /** A comment with a report that quotes nobody, removed. */
  const removed = async (author: Person, body = 'What I have said', note = 'Look at it') => {
    const { id: post } = await createPost(site.app, site.editor);
    const { id } = await say(site.app, author, post, body);
    const reporter = await register(site.app);
    await flag(site.app, reporter, id, { reason: 'abusive', detail: 'It is a threat' });
    const decision = { action: 'remove', reason: 'abusive', version: 1, note, text: note };
    const decisionId = await made(site.app, site.editor, `comments/${id}`, decision);
    return { post, id, reporter, decisionId };
  };

  /** Somebody with a text in every column that may hold one, whose decided comment is held. */
  const heldAndClosed = async () => {
    const canary = newCanary();
    const person = await register(site.app);
    const { id, decisionId, post } = await removed(person, `I said ${canary}`, canary);
    const another = await say(site.app, person, post, `I also said ${canary}`);
    await site.database.query('update statements set text = $2 where user_id = $1', [
      person.id,
      canary,
    ]);
    await close(person);
    const planting = { canary, commentId: id, otherId: site.other.id };
    await plant(site.database, person, planting);
    await hold(decisionId).expect(200);
    return { person, canary, decisionId, commentIds: [id, another.id] };
  };
  const tablesOfCanaries = async (database = site.database) =>
    new Set((await findCanaries(database)).map((row) => row.split(':')[0]));

  it('stays after an erasure, and nothing else does, until its time', async () => {
    const { person, canary, decisionId, commentIds } = await heldAndClosed();
    await pass(person);
    expect(await tablesOfCanaries()).toEqual(new Set(['evidence_texts']));
    const { hold: held, items } = await look(decisionId);
    expect(held).toMatchObject({ reason: REASON, heldBy: { id: site.editor.id } });
    const of = (kind: string) => items.filter((item) => item.kind === kind);
    for (const kind of ['comment', 'former', 'note', 'text', 'statement'])
      expect({ kind, bodies: of(kind).map(({ body }) => body.includes(canary)) }).toEqual({
        kind,
        bodies: [true],
      });
    expect(of('comment')[0]).toMatchObject({ authorId: person.id });
    expect(of('comment')[0].html).toContain(canary);
    expect(of('former')[0].html).toBe(canary);
    expect(of('reported').map(({ body }) => body)).toEqual([`I said ${canary}`, canary]);
    expect(of('report')).toMatchObject([{ body: 'It is a threat' }]);
    for (const id of commentIds) {
      const seen = await site.app.request.get(`/api/v1/comments/${id}`).set(site.staff.auth);
      expect(seen.body.body ?? null).toBe(null);
    }
    await end(decisionId);
    await gone(decisionId);
    expect(await findCanaries(site.database)).toEqual([]);
    expect(await look(decisionId)).toEqual({ hold: null, items: [], nextCursor: null });
  });

  it('is left by an erasure that is done again after a restore, and goes when it is let go', async () => {
    const { person, decisionId } = await heldAndClosed();
    await site.app.close();
    const backup = await site.database.copy();
    site.app = await site.start();
    await pass(person);
    const restored = await createTestApp(backup, { ...ADMIN, ERASURE_LEDGER: ledger });
    try {
      expect((await tablesOfCanaries(backup)).size).toBeGreaterThan(10);
      await restored.app.get(ErasureReplay, { strict: false }).ensure();
      expect(await tablesOfCanaries(backup)).toEqual(new Set(['evidence_texts']));
      expect((await look(decisionId, restored)).hold).toMatchObject({ reason: REASON });
    } finally {
      await restored.close();
      await backup.drop();
    }
    expect(await tablesOfCanaries()).toEqual(new Set(['evidence_texts']));
    await release(decisionId);
    expect(await findCanaries(site.database)).toEqual([]);
    await release(decisionId);
  });

  it('is of a published comment, too, which goes from public as any other', async () => {
    const person = await register(site.app);
    const { id: post } = await createPost(site.app, site.editor);
    const { id } = await say(site.app, person, post, 'Still there');
    await flag(site.app, site.other, id);
    const approval = { action: 'approve', version: 1 };
    const decisionId = await made(site.app, site.editor, `comments/${id}`, approval);
    await hold(decisionId).expect(200);
    await close(person);
    await pass(person);
    const page = await site.app.request.get(`/api/v1/posts/${post}/comments`).expect(200);
    expect(page.body.items).toEqual([]);
    expect((await look(decisionId)).items).toMatchObject([
      { kind: 'comment', body: 'Still there' },
      { kind: 'reported', body: 'Still there' },
      { kind: 'before' },
    ]);
  });

  it('of a decision on an account is the name that was reported, and the words of the decision', async () => {
    const person = await register(site.app);
    const report = { field: 'name', reason: 'hate', detail: 'A slogan' };
    await site.app.request
      .post(`/api/v1/users/${person.username}/flags`)
      .set(site.other.auth)
      .send(report)
      .expect(201);
    const ban = { action: 'ban', reason: 'hate', note: 'For the name', text: 'Your name' };
    const decisionId = await made(site.app, site.editor, `users/${person.id}`, ban);
    await hold(decisionId).expect(200);
    await close(await signInAnew(site.app, person));
    await pass(person);
    const { items } = await look(decisionId);
    expect(items).toMatchObject([
      { kind: 'name', authorId: person.id, body: expect.stringContaining(person.username) },
      { kind: 'report', authorId: site.other.id, body: 'A slogan' },
      { kind: 'note', body: 'For the name' },
      { kind: 'text', body: 'Your name' },
      { kind: 'before' },
      { kind: 'statement', body: expect.stringContaining('Your name') },
    ]);
  });

  it('is told to the person concerned and to who reported it, with the reason', async () => {
    const person = await register(site.app);
    const { id, reporter, decisionId } = await removed(person);
    await passGrace(site.database);
    expect(await readStatements(site.app, person)).toMatchObject([{ evidence: null }]);
    const { body: held } = await hold(decisionId).expect(200);
    expect(Date.parse(held.until) - Date.now()).toBeGreaterThan(89 * DAY_MS);
    const evidence = { until: held.until, reason: REASON };
    expect(await readStatements(site.app, person)).toMatchObject([{ evidence }]);
    const log = await site.app.request.get('/api/v1/moderation/log').set(site.staff.auth);
    expect(log.body.items).toContainEqual(expect.objectContaining({ id: decisionId, evidence }));

    const files = await site.app.request
      .get('/api/v1/users/me/export')
      .set(person.auth)
      .buffer(true)
      .parse((response, done) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => done(null, Buffer.concat(pieces)));
      })
      .then(({ body }) => unzip(body as Buffer));
    expect(JSON.parse(files.get('moderation/evidence_holds.json')!)).toMatchObject([
      { decision_id: decisionId, reason: REASON },
    ]);
    expect(JSON.parse(files.get('moderation/evidence_texts.json')!)).toEqual([
      expect.objectContaining({ kind: 'comment', body: 'What I have said' }),
    ]);

    for (const [who, about] of [
      [person, 'comment'],
      [reporter, 'report'],
    ] as const) {
      const heldBack = [{ about, commentId: id, ...evidence }];
      expect((await close(who)).body).toMatchObject({ heldBack });
      const again = await signInAnew(site.app, who);
      const waiting = await site.app.request.get('/api/v1/users/me/erasure').set(again.auth);
      expect(waiting.body).toMatchObject({ comments: 'remove', heldBack });
    }
    const somebody = await register(site.app);
    expect((await close(somebody)).body).toMatchObject({ heldBack: [] });
  });

  it('keeps the words of a report when its reporter goes', async () => {
    const { reporter, decisionId } = await removed(await register(site.app));
    await hold(decisionId).expect(200);
    await close(reporter);
    await pass(reporter);
    const left = 'select 1 from comment_flags where user_id = $1 and detail is not null';
    expect(await site.database.query(left, [reporter.id])).toEqual([]);
    expect((await look(decisionId)).items).toContainEqual(
      expect.objectContaining({ kind: 'report', body: 'It is a threat' }),
    );
  });

  it('is as it was when it was held, whatever its author does', async () => {
    const person = await register(site.app);
    const { id, decisionId } = await removed(person);
    await hold(decisionId).expect(200);
    await made(site.app, site.editor, `comments/${id}`, {
      action: 'restore',
      version: 2,
    });
    await site.app.request.delete(`/api/v1/comments/${id}`).set(person.auth).expect(204);
    const { body: held } = await hold(decisionId, { days: 400, reason: 'Still.' }).expect(200);
    expect(held.reason).toBe('Still.');
    expect(Date.parse(held.until) - Date.now()).toBeGreaterThan(399 * DAY_MS);
    expect((await look(decisionId)).items[0]).toMatchObject({
      kind: 'comment',
      body: 'What I have said',
    });
  });

  it('is held on when its decision is taken back', async () => {
    const { decisionId } = await removed(await register(site.app));
    await hold(decisionId).expect(200);
    expect((await undo(site.app, site.editor, decisionId)).status).toBe(201);
    expect((await look(decisionId)).hold).toMatchObject({ reason: REASON });
  });

  it('is read page by page', async () => {
    const { decisionId } = await removed(await register(site.app));
    await hold(decisionId).expect(200);
    const { items } = await look(decisionId);
    const read: Evidence['items'] = [];
    let cursor: string | null = null;
    do {
      const query: object = { limit: 2, ...(cursor && { cursor }) };
      const page = await site.app.request
        .get(pathOf(decisionId))
        .query(query)
        .set(site.editor.auth)
        .expect(200);
      read.push(...page.body.items);
      cursor = page.body.nextCursor;
    } while (cursor);
    expect(read).toEqual(items);
    expect(items.length).toBeGreaterThan(3);
  });

  it('is for administrators alone', async () => {
    const person = await register(site.app);
    const { decisionId } = await removed(person);
    await hold(decisionId).expect(200);
    for (const by of [person, site.staff])
      for (const method of ['get', 'put', 'delete'] as const) {
        const answer = await site.app.request[method](pathOf(decisionId))
          .set(by.auth)
          .send(method === 'put' ? { days: 1, reason: REASON } : undefined);
        expect(outcomeOf(answer)).toBe('403 role-required');
      }
    expect((await look(decisionId)).hold).toMatchObject({ reason: REASON });
  });

  it('needs a time within two years, and something to hold', async () => {
    const person = await register(site.app);
    const { decisionId } = await removed(person);
    for (const input of [
      { days: 0, reason: REASON },
      { days: 732, reason: REASON },
      { days: 1, until: '2030-01-01T00:00:00.000Z', reason: REASON },
      { reason: REASON },
      { days: 1, reason: '' },
      { days: 1 },
      { days: 1, reason: REASON, more: true },
    ])
      expect({ input, status: (await hold(decisionId, input)).status }).toEqual({
        input,
        status: 422,
      });
    const nobody = '0199a5e2-7d3c-7c1e-8a55-3f9d2f5b7c11';
    expect(outcomeOf(await hold(nobody))).toBe('404 decision-not-found');
    const note = await decide(site.app, site.editor, `users/${person.id}`, {
      action: 'note',
      note: 'Remember',
    });
    expect(outcomeOf(await hold(note.body.decision.id))).toBe('409 decision-does-not-fit');
    const { id: post } = await createPost(site.app, site.editor);
    const lock = await made(site.app, site.editor, `posts/${post}`, { action: 'lock' });
    expect(outcomeOf(await hold(lock))).toBe('409 decision-does-not-fit');

    await close(person);
    await pass(person);
    await site.database.query('update comment_flags set detail = null');
    expect(outcomeOf(await hold(decisionId))).toBe('409 decision-does-not-fit');
    expect((await look(decisionId)).hold).toBeNull();
  });
});
