import { QueueJob } from '../../src/moderation/queue/queue-job.js';
import { decide, readQueue } from '../support/moderation.js';
import { admin, moderator, type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';
import { vote } from '../support/votes.js';

describe('a surge of new accounts', () => {
  const site = useSite({ people: { author: 'member' } });
  let editor: Person;
  let staff: Person;
  let crowd: Person[];
  let post: string;

  beforeAll(async () => {
    editor = await admin(site.app);
    staff = await moderator(site.app, editor);
    crowd = await Promise.all(Array.from({ length: 20 }, () => register(site.app)));
    post = (await createPost(site.app, editor)).id;
    await site.database.query(`update users set created_at = now() - interval '1 year'`);
  });

  const keep = () => site.app.app.get(QueueJob).raiseSurges();
  const surges = async () =>
    (await readQueue(site.app, staff, { kind: 'reported' })).items.map(({ id, surge }) => [
      id,
      surge,
    ]);
  const age = (interval: string) =>
    site.database.query(`update users set created_at = now() - $1::interval where id = any($2)`, [
      interval,
      crowd.map((person) => person.id),
    ]);

  it('is one item of its branch, among people who are known none', async () => {
    const { id } = await say(site.app, site.author, post, 'A contested claim');
    const reply = await say(site.app, site.author, post, 'With a source', id);
    await Promise.all(
      crowd.slice(0, 12).map((person, n) => say(site.app, person, post, `Nonsense ${n}`, reply.id)),
    );
    await keep();
    expect(await surges()).toEqual([]);
    await age('1 day');
    await keep();
    // On a new site every account is new, so that does not count.
    expect(await surges()).toEqual([]);
    await site.database.query(`update site set created_at = now() - interval '1 year'`);
    await keep();
    const counts = { comments: 14, newComments: 12, votes: 0, newVotes: 0, newAccounts: 12 };
    expect(await surges()).toEqual([[id, counts]]);
    await say(site.app, crowd[12], post, 'More of it', reply.id);
    await keep();
    const more = { ...counts, comments: 15, newComments: 13, newAccounts: 13 };
    expect(await surges()).toEqual([[id, more]]);
    const decision = await decide(site.app, staff, `comments/${id}`, {
      action: 'approve',
      version: 1,
    });
    expect(decision.status).toBe(201);
    await say(site.app, crowd[13], post, 'And more', reply.id);
    await keep();
    expect(await surges()).toEqual([]);
  });

  it('is seen in votes, too', async () => {
    const { id } = await say(site.app, site.author, post, 'Voted down by a crowd');
    for (const person of crowd) {
      await site.app.request
        .put(`/api/v1/comments/${id}/vote`)
        .set(person.auth)
        .send({ value: -1 })
        .expect(200);
    }
    await keep();
    expect(await surges()).toEqual([
      [id, { comments: 1, newComments: 0, votes: 20, newVotes: 20, newAccounts: 20 }],
    ]);
    await site.app.request.delete(`/api/v1/comments/${id}`).set(site.author.auth).expect(204);
    expect(await surges()).toEqual([]);
    await keep();
    expect(await surges()).toEqual([]);
  });

  it('is none in a discussion that was deleted', async () => {
    const { id } = await createPost(site.app, editor);
    const top = await say(site.app, site.author, id, 'Another contested claim');
    for (const person of crowd) await vote(site.app, person, top.id, -1);
    await site.app.request.delete(`/api/v1/posts/${id}`).set(editor.auth).expect(204);
    await keep();
    const [{ open }] = await site.database.query<{ open: number }>(
      'select count(*)::integer as open from queue_items where open and post_id = $1',
      [id],
    );
    expect(open).toBe(0);
  });
});
