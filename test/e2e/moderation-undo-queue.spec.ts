import { findDrift } from '../support/counters.js';
import { made, undo } from '../support/decisions.js';
import { decide, flag, outcomeOf, readQueue } from '../support/moderation.js';
import { type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

describe('the queue, when a decision is taken back', () => {
  const site = useSite({
    people: { editor: 'admin', staff: 'moderator', author: 'member', reader: 'member' },
  });
  let post: string;

  beforeAll(async () => {
    post = (await createPost(site.app, site.editor)).id;
  });

  it('lets an escalation and a surge wait again, as long as they have', async () => {
    const surge = { comments: 12, newComments: 12, votes: 0, newVotes: 0, newAccounts: 9 };
    const itemOf = async (id: string) =>
      (await readQueue(site.app, site.editor, { limit: 100 })).items.find((item) => item.id === id);
    for (const action of ['remove', 'approve'])
      for (const escalates of [true, false]) {
        const { id } = await say(site.app, site.author, post, 'Said');
        await flag(site.app, site.reader, id);
        await site.database.query(
          `update queue_items set surge = $2, since = now() - interval '3 hours' where id = $1`,
          [id, surge],
        );
        const escalation = `/api/v1/moderation/queue/${id}/escalation`;
        if (escalates) await site.app.request.put(escalation).set(site.staff.auth).expect(204);
        const before = await itemOf(id);
        expect(before).toMatchObject({ kind: escalates ? 'escalated' : 'reported', surge });
        const decision = { action, reason: action === 'remove' ? 'spam' : undefined, version: 1 };
        const decided = await made(site.app, site.editor, `comments/${id}`, decision);
        expect(await itemOf(id)).toBeUndefined();
        expect(outcomeOf(await undo(site.app, site.editor, decided))).toBe('201');
        const comment = { ...before!.comment, version: 3 };
        expect(await itemOf(id)).toEqual({ ...before, comment });
        if (!escalates) continue;
        const again = await decide(site.app, site.staff, `comments/${id}`, {
          ...decision,
          version: 3,
        });
        expect(outcomeOf(again)).toBe('403 escalated');
      }
  });

  it('opens the reports again that a renaming answered', async () => {
    const person = await register(site.app);
    const report = (by: Person, field: string) =>
      site.app.request
        .post(`/api/v1/users/${person.username}/flags`)
        .set(by.auth)
        .send({ reason: 'offensive', field })
        .expect(201);
    await report(site.reader, 'name');
    await report(site.reader, 'bio');
    await report(site.author, 'name');
    const waiting = async () =>
      (await readQueue(site.app, site.staff, { limit: 100 })).items.find(
        ({ id }) => id === person.id,
      );
    const before = await waiting();
    const renamed = await made(site.app, site.staff, `users/${person.id}`, {
      action: 'rename',
      reason: 'offensive',
      displayName: 'Somebody Else',
    });
    // One of them also reports the new name; that report covers both.
    await report(site.author, 'name');
    expect(outcomeOf(await undo(site.app, site.staff, renamed))).toBe('201');
    const after = (await waiting())!;
    expect(after).toMatchObject({ since: before!.since, flagCount: 3, score: before!.score });
    const states = await site.database.query(
      'select state from user_flags where target_id = $1 order by id',
      [person.id],
    );
    expect(states.map(({ state }) => state)).toEqual(['open', 'open', 'agreed', 'open']);
  });

  it('lets a notice of illegal content wait again', async () => {
    const { id } = await say(site.app, site.author, post, 'Said');
    const receipt = await site.app.request
      .post('/api/v1/notices')
      .send({
        url: id,
        category: 'child_abuse',
        explanation: 'This is against the law of every country.',
        goodFaith: true,
      })
      .expect(201);
    const stateOf = async () => {
      const { id: notice, secret } = receipt.body;
      const path = `/api/v1/notices/${notice}`;
      return (await site.app.request.get(path).query({ secret }).expect(200)).body.state;
    };
    const decision = await made(site.app, site.staff, `comments/${id}`, {
      action: 'remove',
      reason: 'spam',
      version: 1,
    });
    expect(await stateOf()).toBe('decided');
    await undo(site.app, site.staff, decision);
    expect(await stateOf()).toBe('received');
    const { items } = await readQueue(site.app, site.staff, { kind: 'reported' });
    expect(items.find((item) => item.id === id)).toMatchObject({ noticeCount: 1, score: 10 });
    const { body } = await site.app.request
      .get('/api/v1/moderation/log')
      .set(site.staff.auth)
      .expect(200);
    const ledBy = body.items.find((item: { id: string }) => item.id === decision).ledBy;
    expect(ledBy).toBe('notice');
  });

  it('keeps every counter', async () => {
    expect(await findDrift(site.database)).toEqual([]);
  });
});
