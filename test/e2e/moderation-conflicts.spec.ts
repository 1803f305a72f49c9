import { made, undo } from '../support/decisions.js';
import { decide, flag, outcomeOf, readQueue } from '../support/moderation.js';
import { type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

describe('a conflict of interest', () => {
  const site = useSite({
    people: {
      editor: 'admin',
      staff: 'moderator',
      colleague: 'moderator',
      author: 'member',
      reader: 'member',
    },
  });

  it('keeps those from deciding who wrote, answered or reported, unless there is nobody else', async () => {
    const { id: post } = await createPost(site.app, site.editor);
    const remove = { action: 'remove', reason: 'spam', version: 1 };
    const own = await say(site.app, site.staff, post, 'A moderator writes');
    const answered = await say(site.app, site.author, post, 'Answered by a moderator');
    await say(site.app, site.staff, post, 'The answer', answered.id);
    const flagged = await say(site.app, site.author, post, 'Reported by a moderator');
    await flag(site.app, site.staff, flagged.id);
    for (const { id } of [own, answered, flagged]) {
      const answer = await decide(site.app, site.staff, `comments/${id}`, remove);
      expect(outcomeOf(answer)).toBe('409 conflict-of-interest');
    }
    const stale = await decide(site.app, site.editor, `comments/${own.id}`, {
      ...remove,
      version: 9,
    });
    expect(outcomeOf(stale)).toBe('409 version-conflict');
    expect((await decide(site.app, site.editor, `comments/${flagged.id}`, remove)).status).toBe(
      201,
    );
    await site.database.query(
      `update users set standing = 'suspended', standing_until = null where id = any($1)`,
      [[site.editor.id, site.colleague.id]],
    );
    const alone = await decide(site.app, site.staff, `comments/${own.id}`, remove);
    expect(alone.body.decision.ties).toEqual(['wrote']);
    await site.database.query(`update users set standing = 'active' where id = any($1)`, [
      [site.editor.id, site.colleague.id],
    ]);
  });

  const send = (by: Person, path: string, body: object = {}) =>
    site.app.request.post(`/api/v1/${path}`).set(by.auth).send(body).then(outcomeOf);
  const report = (by: Person, { username }: Person, field = 'name') =>
    send(by, `users/${username}/flags`, { reason: 'offensive', field });
  const queued = (method: 'put' | 'delete', by: Person, item: string, what: string) =>
    site.app.request[method](`/api/v1/moderation/queue/${item}/${what}`)
      .set(by.auth)
      .then(outcomeOf);
  const itemOf = async (id: string) =>
    (await readQueue(site.app, site.editor, { limit: 100 })).items.find((item) => item.id === id);
  const onAccount = () => {
    const [reason, until] = ['spam', new Date(Date.now() + 3_600_000).toISOString()];
    return [
      { action: 'warn', reason },
      { action: 'premoderate', reason },
      { action: 'suspend', reason, until },
      { action: 'ban', reason, removeDays: 1 },
      { action: 'rename', reason, displayName: 'Somebody Milder' },
    ];
  };
  const refused = async (by: Person, { id }: Person, why: string) => {
    for (const decision of onAccount()) {
      const answer = await decide(site.app, by, `users/${id}`, decision);
      expect([decision.action, outcomeOf(answer)]).toEqual([decision.action, why]);
    }
    expect(await send(by, `moderation/queue/${id}/dismissal`)).toBe(why);
    expect(await queued('put', by, id, 'claim')).toBe(why);
    const note = { action: 'note', note: 'It decides nothing.' };
    expect(outcomeOf(await decide(site.app, by, `users/${id}`, note))).toBe('201');
  };

  it('is asked of every decision on an account, as is an escalation', async () => {
    const person = await register(site.app);
    await report(site.staff, person);
    await refused(site.staff, person, '409 conflict-of-interest');
    expect(await queued('put', site.staff, person.id, 'escalation')).toBe('204');
    await refused(site.colleague, person, '403 escalated');
    const rename = { ...onAccount().at(-1)!, displayName: 'Called So' };
    const renamed = await made(site.app, site.editor, `users/${person.id}`, rename);
    // The item has ended, but only some moderators may undo its decision.
    expect(await itemOf(person.id)).toBeUndefined();
    expect(outcomeOf(await undo(site.app, site.colleague, renamed))).toBe('403 escalated');
    expect(outcomeOf(await undo(site.app, site.editor, renamed))).toBe('201');
    await refused(site.colleague, person, '403 escalated');
  });

  it('keeps an account from its freedom that an administrator took as an escalated case', async () => {
    const person = await register(site.app);
    await report(site.reader, person);
    await queued('put', site.staff, person.id, 'escalation');
    const ban = { action: 'ban', reason: 'spam' };
    const banned = await made(site.app, site.editor, `users/${person.id}`, ban);
    expect(await send(site.editor, `moderation/queue/${person.id}/dismissal`)).toBe('201');
    const reinstate = () =>
      decide(site.app, site.colleague, `users/${person.id}`, { action: 'reinstate' });
    expect(outcomeOf(await reinstate())).toBe('403 escalated');
    expect(outcomeOf(await undo(site.app, site.editor, banned))).toBe('201');
    const warning = await decide(site.app, site.colleague, `users/${person.id}`, onAccount()[0]);
    expect(outcomeOf(warning)).toBe('201');
  });

  it('holds for who reported a name until it is decided on, and for an undo of that decision', async () => {
    const person = await register(site.app);
    await report(site.staff, person);
    const rename = onAccount().at(-1)!;
    const renamed = await made(site.app, site.colleague, `users/${person.id}`, rename);
    expect(outcomeOf(await undo(site.app, site.staff, renamed))).toBe('409 conflict-of-interest');
    const warning = await made(site.app, site.staff, `users/${person.id}`, onAccount()[0]);
    expect(outcomeOf(await undo(site.app, site.staff, warning))).toBe('201');
    // Reports of a moderator go to administrators, and there is only one.
    await report(site.editor, site.colleague);
    const decision = await decide(site.app, site.editor, `users/${site.colleague.id}`, rename);
    expect(decision.body.decision.ties).toEqual(['flagged']);
  });

  it('holds for what moves or ends a comment with its thread, and for taking that back', async () => {
    const [from, into] = [
      await createPost(site.app, site.editor),
      await createPost(site.app, site.editor),
    ];
    const end = (by: Person) =>
      site.app.request.delete(`/api/v1/posts/${from.id}`).set(by.auth).then(outcomeOf);
    const acts = async (by: Person, id: string) => [
      await send(by, `comments/${id}/move`, { into: into.id }),
      await send(by, `posts/${from.id}/merge`, { into: into.id }),
      await end(by),
      await queued('put', by, id, 'claim'),
    ];
    const { id } = await say(site.app, site.author, from.id, 'Reported and answered');
    await flag(site.app, site.reader, id);
    await say(site.app, site.staff, from.id, 'An answer', id);
    expect(await acts(site.staff, id)).toEqual(Array(4).fill('409 conflict-of-interest'));
    await queued('put', site.colleague, id, 'escalation');
    expect(await acts(site.colleague, id)).toEqual(Array(4).fill('403 escalated'));
    const lastOf = async () =>
      (await site.app.request.get('/api/v1/moderation/log?limit=1').set(site.editor.auth)).body
        .items[0].id;
    expect(await end(site.editor)).toBe('204');
    const deletion = await lastOf();
    expect(outcomeOf(await undo(site.app, site.colleague, deletion))).toBe('403 escalated');
    expect(outcomeOf(await undo(site.app, site.editor, deletion))).toBe('201');
    expect(await send(site.editor, `comments/${id}/move`, { into: into.id })).toBe('201');
    expect(outcomeOf(await undo(site.app, site.colleague, await lastOf()))).toBe('403 escalated');
    expect(await itemOf(id)).toMatchObject({ kind: 'escalated', post: { id: into.id } });
  });

  it('keeps an administrator from giving back an escalation that would end their own case', async () => {
    const { id: post } = await createPost(site.app, site.editor);
    const own = await say(site.app, site.editor, post, 'An administrator writes');
    await flag(site.app, site.reader, own.id);
    await queued('put', site.staff, own.id, 'escalation');
    const second = await register(site.app);
    await site.database.query(`update users set role = 'admin' where id = $1`, [second.id]);
    const back = () => queued('delete', site.editor, own.id, 'escalation');
    expect(await back()).toBe('409 conflict-of-interest');
    await site.database.query(`update users set role = 'member' where id = $1`, [second.id]);
    expect(await back()).toBe('204');
  });
});
