import { expectProblem } from '../support/problems.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

describe.each([
  ['on', 429],
  ['off', 200],
])('edits of one comment with RATE_LIMITS=%s', (limits, eleventh) => {
  const site = useSite({ people: { editor: 'admin' }, env: { RATE_LIMITS: limits } });
  let post: string;

  beforeAll(async () => {
    post = (await createPost(site.app, site.editor)).id;
  });

  const edit = (id: string, version: number, body = `Version ${version + 1}`) =>
    site.app.request
      .patch(`/api/v1/comments/${id}`)
      .set(site.editor.auth)
      .set('if-match', String(version))
      .send({ body });

  /** Makes all edits recent, even on a slow machine. */
  const gather = (id: string) =>
    site.database.query(
      'update comment_revisions set replaced_at = now() where comment_id = $1 and replaced_at is not null',
      [id],
    );

  it('have a pace', async () => {
    const { id } = await say(site.app, site.editor, post, 'First');
    for (let version = 1; version <= 10; version++) await edit(id, version).expect(200);
    await gather(id);
    const next = await edit(id, 11);
    expect(next.status).toBe(eleventh);
    if (eleventh === 200) return;
    const problem = expectProblem(next, 429, { slug: 'edits-too-fast' });
    expect(problem.detail).toContain('10 times a minute');
    const wait = Number(next.headers['retry-after']);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    // The same text is not an edit.
    await edit(id, 11, 'Version 11').expect(200);
    await gather(id);
    await site.database.query(
      `update comment_revisions set replaced_at = replaced_at - interval '1 minute'
       where comment_id = $1 and version = 1`,
      [id],
    );
    await edit(id, 11).expect(200);
    expect((await edit(id, 12)).status).toBe(429);
  });

  it('of a post come to an end, too', async () => {
    const { id } = await createPost(site.app, site.editor, { body: 'First' });
    const change = (changes: object) =>
      site.app.request.patch(`/api/v1/posts/${id}`).set(site.editor.auth).send(changes);
    await site.database.query(
      `insert into post_revisions (post_id, revision, title, body, html, created_at)
       values ($1, 1000, 'Title', 'Last but one', '', now())`,
      [id],
    );
    await change({ body: 'Last' }).expect(200);
    expectProblem(await change({ body: 'One more' }), 409, { slug: 'too-many-edits' });
    // The public text stays the same.
    await change({ slowModeSeconds: 5 }).expect(200);
  });

  it('come to an end, so that each former text can be kept', async () => {
    const { id } = await say(site.app, site.editor, post, 'First');
    await site.database.query(
      `insert into comment_revisions (comment_id, version, body, html, written_at, replaced_at, marked)
       select $1, -n, '', '', now() - interval '1 hour', now() - interval '1 hour', true
       from generate_series(1, 99) n`,
      [id],
    );
    await edit(id, 1).expect(200);
    const refused = await edit(id, 2);
    expectProblem(refused, 409, { slug: 'too-many-edits' });
    const [{ count }] = await site.database.query<{ count: number }>(
      'select count(*)::integer as count from comment_revisions where comment_id = $1',
      [id],
    );
    expect(count).toBe(100);
  });
});
