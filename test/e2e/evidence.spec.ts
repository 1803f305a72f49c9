import { ErasureReplay } from '../../src/privacy/erasure-replay.js';
import { made, undo } from '../support/decisions.js';
import { findCanaries, newCanary, plant } from '../support/erasures/planting.js';
import { REASON, useEvidence } from '../support/evidence.js';
import { inFull } from '../support/full-form.js';
import { flag } from '../support/moderation.js';
import { ADMIN, register, signInAnew } from '../support/people.js';
import { createTestApp } from '../support/test-app.js';
import { createPost, say } from '../support/threads.js';

const DAY_MS = 86_400_000;

describe('evidence', () => {
  const { site, ledger, hold, release, look, close, pass, end, gone, removed } = useEvidence();

  /** An account with a text in every column that may hold one, and evidence of a decision. */
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

  inFull(
    'is left by an erasure that is done again after a restore, and goes when its hold is ended',
    async () => {
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
    },
  );

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
});
