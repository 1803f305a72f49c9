import { made, passGrace, readStatements } from '../support/decisions.js';
import { type Evidence, REASON, useEvidence } from '../support/evidence.js';
import { decide, outcomeOf } from '../support/moderation.js';
import { register, signInAnew } from '../support/people.js';
import { filesOf } from '../support/own-files.js';
import { createPost } from '../support/threads.js';

const DAY_MS = 86_400_000;

describe('a hold of evidence', () => {
  const { site, pathOf, hold, look, close, pass, removed } = useEvidence();

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

    const files = await filesOf(site.app, person);
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
