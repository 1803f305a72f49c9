import type { EntityManager } from 'typeorm';
import { CommentEntity } from '../../src/comments/shape/comment.entity.js';
import { Database } from '../../src/database/database.js';
import { UserEntity } from '../../src/users/accounts/user.entity.js';
import { decide } from '../support/moderation.js';
import { attribute, readMarkup } from '../support/markup.js';
import { useSite } from '../support/site.js';
import { createPost, readPage, say } from '../support/threads.js';

/** One payload of each kind that passed some filter: elements, attributes, URLs, namespaces. */
const VECTORS = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
  '<iframe name="<img src=x onerror=alert(1)>" src="javascript:alert(1)"></iframe>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<form action=javascript:alert(1)><button>x</button></form>',
  '<a href="https://example.org" onclick="alert(1)" style="position:fixed">x</a>',
  '[x](javascript:alert(1)) [y](data:text/html,alert) ![z](javascript:alert(1))',
  '[x](https://example.org "\\" onmouseover=alert(1)")',
  '`<b onload=alert(1)>` <!--><img src=x onerror=alert(1)>-->',
].join('\n\n');

/** The elements that Markdown produces. */
const HARMLESS = new Set(
  'html head title body p a em strong del code pre blockquote ul ol li h1 h2 h3 h4 h5 h6 hr br table thead tbody tr th td input'.split(
    ' ',
  ),
);

describe('what happened to texts elsewhere', () => {
  const site = useSite({ people: { editor: 'admin', author: 'member', reader: 'member' } });
  let post: string;
  beforeAll(async () => {
    post = (await createPost(site.app, site.editor)).id;
  });

  const harmIn = (html: string) => {
    const elements = readMarkup(html, { fragment: true }).all();
    return elements.flatMap((element) => [
      ...(HARMLESS.has(element.tagName) ? [] : [element.tagName]),
      ...element.attrs.map(({ name }) => name).filter((name) => /^on|^style$|^src/.test(name)),
      ...(/^(?!https?:|mailto:|#|\/)/.test(attribute(element, 'href') ?? '#') ? ['href'] : []),
    ]);
  };

  it('sees harm where there is some', () => {
    expect(harmIn('<img src=x onerror=alert(1)><a href="javascript:x">y</a>')).toEqual([
      'img',
      'src',
      'onerror',
      'href',
    ]);
  });

  describe('C4, Isso #1083: no way to write a text leaves HTML in it', () => {
    const made: Record<string, () => Promise<string>> = {
      'a comment': async () => (await say(site.app, site.author, post, VECTORS)).html!,
      'an edit': async () => {
        const { id } = await say(site.app, site.author, post, 'Harmless at first');
        const answer = await site.app.request
          .patch(`/api/v1/comments/${id}`)
          .set({ ...site.author.auth, 'if-match': '1' })
          .send({ body: VECTORS })
          .expect(200);
        return answer.body.html;
      },
      'a former text': async () => {
        const { id } = await say(site.app, site.author, post, VECTORS);
        await say(site.app, site.reader, post, 'Seen', id);
        await site.app.request
          .patch(`/api/v1/comments/${id}`)
          .set({ ...site.author.auth, 'if-match': '1' })
          .send({ body: 'Harmless at last' })
          .expect(200);
        const { body } = await site.app.request.get(`/api/v1/comments/${id}/revisions`).expect(200);
        return body.items[0].html;
      },
      'a text that was removed and restored': async () => {
        const { id } = await say(site.app, site.author, post, VECTORS);
        const on = `comments/${id}`;
        await decide(site.app, site.editor, on, { action: 'remove', reason: 'spam', version: 1 });
        const { body } = await decide(site.app, site.editor, on, { action: 'restore', version: 2 });
        return body.comment.html;
      },
      'a preview': async () => {
        const preview = site.app.request.post('/api/v1/previews').set(site.author.auth);
        return (await preview.send({ body: VECTORS }).expect(200)).body.html;
      },
      'the text of a post': async () => {
        const { id } = await createPost(site.app, site.editor, { body: VECTORS });
        return (await site.app.request.get(`/api/v1/posts/${id}`).expect(200)).body.html;
      },
      'an update of a post': async () => {
        const path = `/api/v1/posts/${post}/updates`;
        const update = site.app.request.post(path).set(site.editor.auth).send({ text: VECTORS });
        return (await update.expect(201)).body.html;
      },
    };
    it.each(Object.entries(made))('%s', async (_, write) => {
      const html = await write();
      expect(html).toContain('alert(1)');
      expect(harmIn(html)).toEqual([]);
    });
  });

  it('C4, emlog #331: names, titles and words of moderators are text wherever a page of ours shows them', async () => {
    const name = '"><img src=x onerror=alert(1)>';
    const { id } = await createPost(site.app, site.editor, { title: `Title ${name}` });
    await site.app.request
      .patch('/api/v1/users/me')
      .set(site.reader.auth)
      .send({ displayName: 'Anna <b> alert', bio: name })
      .expect(200);
    const { id: comment } = await say(site.app, site.reader, id, 'By a name');
    await say(site.app, site.author, id, 'Keeps its place', comment);
    const shown: Record<string, string> = {
      [`/posts/${id}`]: '&lt;img src=x',
      [`/api/v1/posts/${id}/thread.html`]: 'Anna &lt;b&gt; alert',
    };
    for (const [address, name] of Object.entries(shown)) {
      const { text } = await site.app.request.get(address).expect(200);
      expect(text).toContain(name);
      expect(text).not.toMatch(/<img src=x|<b> alert/);
      const attributes = readMarkup(text)
        .all()
        .flatMap(({ attrs }) => attrs.map((one) => one.name));
      expect(attributes.filter((one) => one.startsWith('on'))).toEqual([]);
    }
  });

  it('C7: a condition that names no value is refused, and finds nobody', async () => {
    const database = site.app.app.get(Database, { strict: false });
    const before = await site.database.query('select id, role from users order by id');
    const acts: ((manager: EntityManager, id: string) => Promise<unknown>)[] = [
      (manager, id) => manager.findOneBy(UserEntity, { id }),
      (manager, id) => manager.findOneBy(CommentEntity, { id }),
      (manager, id) => manager.update(UserEntity, { id }, { role: 'admin' }),
      (manager, id) => manager.delete(CommentEntity, { id }),
    ];
    for (const act of acts)
      for (const id of [undefined, null] as unknown as string[])
        await expect(database.transaction((tx) => act(tx.manager, id))).rejects.toThrow();
    expect(await site.database.query('select id, role from users order by id')).toEqual(before);
  });

  it('WordPress CVE-2015-3440: a text is kept whole or refused, and never cut', async () => {
    const body = `${'ж'.repeat(9_990)} the end`;
    const { id } = await say(site.app, site.author, post, body);
    const { body: comment } = await site.app.request.get(`/api/v1/comments/${id}`).expect(200);
    expect(comment.body).toBe(body);
    expect(comment.html).toContain('the end</p>');
    expect((await readPage(site.app, post)).items.length).toBeGreaterThan(0);
  });
});
