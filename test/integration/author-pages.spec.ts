import { newId } from '../../src/database/ids.js';
import { inFull } from '../support/full-form.js';
import { untilLocksAwaited } from '../support/lock-waits.js';
import { useSite } from '../support/site.js';
import { createPost, readPage, say } from '../support/threads.js';
import { until } from '../support/until.js';

/** More than one piece. */
const POSTS = 250;

describe('the pages of an author who changes their name', () => {
  const site = useSite({ people: { editor: 'admin', author: 'member' }, forEach: true });

  const rename = (displayName: string) =>
    site.app.request.patch('/api/v1/users/me').set(site.author.auth).send({ displayName });

  /** Writes a comment of the author in each of the posts; returns their ids in order. */
  const writeInMany = async () => {
    const ids = Array.from({ length: POSTS }, newId).toSorted((a, b) => (a < b ? -1 : 1));
    await site.database.query(
      `insert into posts (id, slug, title) select id, 'post-' || n, 'Post'
       from unnest($1::uuid[]) with ordinality as p (id, n)`,
      [ids],
    );
    await site.database.query(
      'insert into post_heads (post_id) select id from unnest($1::uuid[]) as p (id)',
      [ids],
    );
    await site.database.query(
      `insert into comments (id, post_id, root_id, depth, author_id, status, listed, post_revision,
         renderer, created_at, published_at, body, html)
       select id, id, id, 0, $2, 'published', true, 1, 1, now(), now(), 'x', '<p>x</p>'
       from unnest($1::uuid[]) as p (id)`,
      [ids, site.author.id],
    );
    return ids;
  };
  const touched = async () =>
    (
      await site.database.query<{ id: string }>(
        'select post_id as id from post_heads where page_version > 0 order by post_id',
      )
    ).map(({ id }) => id);
  const changes = () => site.database.query('select user_id, after from author_changes');

  it('are dropped in pieces, also those of a post that somebody has at the moment', async () => {
    const posts = await writeInMany();
    await site.database.query('begin');
    await site.database.query('select 1 from post_heads where post_id = $1 for no key update', [
      posts[0],
    ]);
    const renamed = rename('Anna of today').then(({ status }) => status);
    // One blocked post does not delay the others of its piece.
    await until('the others of its piece', async () => (await touched()).length > 50);
    await site.database.query('commit');
    expect(await renamed).toBe(200);
    await until('all of them', async () => (await touched()).length === POSTS);
    await until('the end of the change', async () => (await changes()).length === 0);
  });

  it('are carried on by another node where one has left them', async () => {
    const posts = await writeInMany();
    await site.database.query(
      `insert into author_changes (user_id, change, after, beat_at)
       values ($1, $2, $3, now() - interval '1 minute')`,
      [site.author.id, newId(), posts[99]],
    );
    await until('the end of the change', async () => (await changes()).length === 0);
    expect(await touched()).toEqual(posts.slice(100));
  });

  it('stay when the name is the same as before', async () => {
    const [post] = [(await createPost(site.app, site.editor)).id];
    await say(site.app, site.author, post, 'A comment');
    await rename('Another name').expect(200);
    await until('its page', async () => (await touched()).includes(post));
    const versions = () => site.database.query('select post_id, page_version from post_heads');
    const [before, signals] = [
      await versions(),
      await site.database.query('select id from signals'),
    ];
    await rename('Another name').expect(200);
    expect(await versions()).toEqual(before);
    expect(await site.database.query('select id from signals')).toEqual(signals);
  });

  inFull('show the new name also where they wrote while it changed', async () => {
    const { id: post, slug } = await createPost(site.app, site.editor);
    await site.database.query('begin');
    await site.database.query('select 1 from users where id = $1 for no key update', [
      site.author.id,
    ]);
    const renamed = rename('The new name').then(({ status }) => status);
    await untilLocksAwaited(site.database);
    await say(site.app, site.author, post, 'Written meanwhile');
    const nameOnPage = async () =>
      ((await readPage(site.app, slug)).items[0].author as unknown as { displayName: string })
        .displayName;
    expect(await nameOnPage()).not.toBe('The new name');
    await site.database.query('commit');
    expect(await renamed).toBe(200);
    await until('the new name', async () => (await nameOnPage()) === 'The new name');
  });
});
