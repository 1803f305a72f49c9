import type { Response } from 'supertest';
import { decide, flag, outcomeOf } from '../support/moderation.js';
import { type Person } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

/** Another act holds the post's lock: a request that waits for it would get 503 in the end. */
describe('a refusal that needs no lock', () => {
  const site = useSite({ people: { editor: 'admin', author: 'member', reader: 'member' } });
  let post: string;
  let comment: string;
  let removed: string;

  beforeAll(async () => {
    post = (await createPost(site.app, site.editor)).id;
    comment = (await say(site.app, site.author, post, 'A comment')).id;
    removed = (await say(site.app, site.author, post, 'Another')).id;
    const removal = { action: 'remove', reason: 'spam', version: 1 };
    expect(outcomeOf(await decide(site.app, site.editor, `comments/${removed}`, removal))).toBe(
      '201',
    );
    expect(outcomeOf(await flag(site.app, site.reader, comment))).toBe('201');
    await site.database.query('begin');
    await site.database.query('select 1 from post_heads where post_id = $1 for no key update', [
      post,
    ]);
  });

  const notice = (id: string) =>
    site.app.request.post('/api/v1/notices').send({
      url: `https://reviews.example/film#comment-${id}`,
      category: 'defamation',
      explanation: 'It accuses a living person of a crime, without a source.',
      name: 'Anna Kalniņa',
      email: 'anna@example.org',
      goodFaith: true,
    });
  const edit = (by: Person, id: string, version: number) =>
    site.app.request
      .patch(`/api/v1/comments/${id}`)
      .set({ ...by.auth, 'if-match': String(version) })
      .send({ body: 'Other words' });
  const remove = (by: Person, id: string) =>
    site.app.request.delete(`/api/v1/comments/${id}`).set(by.auth);
  const change = (by: Person) =>
    site.app.request.patch(`/api/v1/posts/${post}`).set(by.auth).send({ title: 'Mine' });
  const publish = (by: Person) =>
    site.app.request.post(`/api/v1/posts/${post}/updates`).set(by.auth).send({ text: 'News' });

  const refusals: [string, string, () => PromiseLike<Response>][] = [
    ['a notice of what nobody sees', '404 comment-not-found', () => notice(removed)],
    ['a second report', '409 already-flagged', () => flag(site.app, site.reader, comment)],
    [
      'a report of what nobody sees',
      '404 comment-not-found',
      () => flag(site.app, site.reader, removed),
    ],
    ['an edit of a former version', '412 version-mismatch', () => edit(site.author, comment, 7)],
    ['an edit by another', '403 not-your-comment', () => edit(site.reader, comment, 1)],
    ['a deletion by another', '403 not-your-comment', () => remove(site.reader, comment)],
    ['a deletion of what was removed', '409 comment-gone', () => remove(site.author, removed)],
    ['a change of the post of another', '403 post-not-yours', () => change(site.reader)],
    ['an update of the post of another', '403 post-not-yours', () => publish(site.reader)],
    [
      'a decision on a former version',
      '409 version-conflict',
      () => decide(site.app, site.editor, `comments/${comment}`, { action: 'approve', version: 7 }),
    ],
    [
      'a mark that does not fit',
      '409 decision-does-not-fit',
      () => decide(site.app, site.editor, `comments/${comment}`, { action: 'unpin', version: 1 }),
    ],
    [
      'an unlocking of what is open',
      '409 decision-does-not-fit',
      () => decide(site.app, site.editor, `posts/${post}`, { action: 'unlock' }),
    ],
  ];
  it.each(refusals)('comes before it: %s', async (_, outcome, ask) => {
    expect(outcomeOf(await ask())).toBe(outcome);
  });
});
