import { ThreadHtmlService } from '../../src/site/thread-html.service.js';
import { attribute, type Markup, readMarkup, textIn } from '../support/markup.js';
import { decide } from '../support/moderation.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

const HOSTILE = `</script><script>alert(1)</script><!--"'&`;

/** The structured data for search engines. */
interface Data {
  headline: string;
  comment: { creativeWorkStatus?: string }[];
}

describe('a thread as HTML', () => {
  const site = useSite({
    people: { editor: 'admin', reader: 'member', other: 'member' },
    env: { PUBLIC_URL: 'https://talk.example' },
  });

  const get = (post: string, query = '') =>
    site.app.request.get(`/api/v1/posts/${post}/thread.html${query}`);
  const read = async (post: string, query = ''): Promise<Markup & { data: Data; text: string }> => {
    const { text } = await get(post, query).expect(200);
    const markup = readMarkup(text, { fragment: true });
    const scripts = markup.all('script');
    expect(scripts.map((script) => attribute(script, 'type'))).toEqual(['application/ld+json']);
    return { ...markup, text, data: JSON.parse(textIn(scripts[0])) };
  };

  it('nests comments in lists, with their authors, times and texts', async () => {
    const { id } = await createPost(site.app, site.editor, { title: 'The river' });
    const top = await say(site.app, site.reader, id, 'A *first* word');
    const reply = await say(site.app, site.other, id, 'Слово второе', top.id);
    const { faults, all, text } = await read(id);
    expect(faults).toEqual([]);
    expect(all('article').map((article) => attribute(article, 'id'))).toEqual([
      `comment-${top.id}`,
      `comment-${reply.id}`,
    ]);
    expect(all('ol').map(({ parentNode }) => (parentNode as { tagName: string }).tagName)).toEqual([
      'section',
      'li',
    ]);
    expect(textIn(all('h2')[0])).toBe('2 comments');
    expect(text).toContain('<em>first</em>');
    const texts = all('div').map((div) => [attribute(div, 'dir'), attribute(div, 'lang')]);
    expect(texts).toEqual([
      ['ltr', null],
      ['ltr', 'ru'],
    ]);
    expect(all('time').every((time) => attribute(time, 'datetime')!.endsWith('Z'))).toBe(true);
    expect(
      all().flatMap(({ attrs }) => attrs.filter(({ name }) => /^on|style/.test(name))),
    ).toEqual([]);
  });

  it('has the direction of each paragraph, what it quotes and what it is about', async () => {
    const body = 'A passage of the text.';
    const { id } = await createPost(site.app, site.editor, { body });
    const hebrew = 'שורה בעברית';
    const one = await say(
      site.app,
      site.reader,
      id,
      `English\n\n${hebrew} \`a[0]\`\n\n- ${hebrew}\n\n\`\`\`\na[0]\n\`\`\``,
    );
    const call = site.app.request.post(`/api/v1/posts/${id}/comments`).set(site.other.auth);
    const quote = { commentId: one.id, version: one.version, start: 0, end: 7 };
    const anchor = { quote: { exact: 'A passage' }, position: { start: 0, end: 9 } };
    await call.send({ body: `${hebrew}!`, quotes: [quote], anchor }).expect(201);
    const { faults, all } = await read(id, '?sort=oldest');
    expect(faults).toEqual([]);
    const directed = (name: string) => all(name).map((each) => attribute(each, 'dir'));
    expect(directed('div')).toEqual(['ltr', 'rtl']);
    expect([...directed('code'), ...directed('pre')]).toEqual(['ltr', 'ltr', 'ltr']);
    expect(directed('li').filter(Boolean)).toEqual(['auto']);
    const texts = all('p').filter((each) => [hebrew, 'English'].includes(textIn(each).trim()));
    expect(texts.map((each) => attribute(each, 'dir'))).toEqual(texts.map(() => 'auto'));
    expect(all('blockquote').map((each) => textIn(each).replace(/\s+/g, ' ').trim())).toEqual([
      'A passage',
      `English Quoted from ${site.reader.username}`,
    ]);
    const links = all('blockquote')
      .flatMap(() => all('a'))
      .map((each) => attribute(each, 'href'));
    expect(links.some((href) => href!.endsWith(`#comment-${one.id}`))).toBe(true);
  });

  it('is data for search engines, with addresses that lead to each comment', async () => {
    const url = 'https://reviews.example/?p=7';
    const { id } = await createPost(site.app, site.editor, {
      title: 'The river',
      url,
      summary: 'Short',
    });
    const top = await say(site.app, site.reader, id, 'A *first* word');
    await say(site.app, site.other, id, 'A second', top.id);
    const { data } = await read(id);
    expect(data).toMatchObject({
      '@type': 'DiscussionForumPosting',
      headline: 'The river',
      text: 'Short',
      url,
      commentCount: 2,
      author: { name: 'reviews.example' },
      comment: [
        {
          '@type': 'Comment',
          text: 'A first word',
          author: { name: site.reader.username },
          url: `${url}&comment=${top.id}#comment-${top.id}`,
          comment: [{ text: 'A second' }],
        },
      ],
    });
  });

  it('tells search engines the beginning of a long comment', async () => {
    const { id } = await createPost(site.app, site.editor);
    await say(site.app, site.reader, id, `First &\n\n> second ${'and so on '.repeat(500)}`);
    const { data } = await read(id);
    const [{ text }] = data.comment as { text?: string }[];
    expect(text).toMatch(/^First & second and so on and/);
    expect(text).toHaveLength(300);
  });

  it('is made once for each state of the thread, however large it is', async () => {
    const { id } = await createPost(site.app, site.editor);
    for (let count = 0; count < 100; count++) await say(site.app, site.reader, id, 'Large');
    const html = `<p>${'A long paragraph. '.repeat(5_000)}</p>`;
    await site.database.query('update comments set html = $2 where post_id = $1', [id, html]);
    const service = site.app.app.get(ThreadHtmlService);
    const made = await service.get(id, { limit: 100 });
    expect(await service.get(id, { limit: 100 })).toBe(made);
    await say(site.app, site.reader, id, 'Another');
    expect(await service.get(id, { limit: 100 })).not.toBe(made);
  });

  it('is kept by caches, and asked for again after every change', async () => {
    const { id } = await createPost(site.app, site.editor);
    await say(site.app, site.reader, id, 'One');
    const first = await get(id).expect(200);
    expect(first.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, no-cache',
      'x-robots-tag': 'noindex',
    });
    const again = (etag: string) => get(id).set('if-none-match', etag);
    expect((await again(first.headers.etag).expect(304)).text).toBe('');
    await say(site.app, site.reader, id, 'Two');
    const second = await again(first.headers.etag).expect(200);
    await site.app.request
      .patch(`/api/v1/posts/${id}`)
      .set(site.editor.auth)
      .send({ title: 'Another title' })
      .expect(200);
    const third = await again(second.headers.etag).expect(200);
    expect(third.text).toContain('Another title');
    const forEditor = await get(id).set(site.editor.auth).expect(200);
    expect(forEditor.text).toBe(third.text);
  });

  it('holds what people wrote as text, wherever it stands', async () => {
    const { id } = await createPost(site.app, site.editor, { title: HOSTILE, summary: HOSTILE });
    await site.app.request
      .patch('/api/v1/users/me')
      .set(site.other.auth)
      .send({ displayName: '<b>"Eve' })
      .expect(200);
    await say(site.app, site.other, id, HOSTILE);
    const { faults, all, data } = await read(id);
    expect(faults).toEqual([]);
    expect(data.headline).toBe(HOSTILE);
    expect(textIn(all('b')[0])).toBe('<b>"Eve');
    expect(textIn(all('div')[0])).toContain('alert(1)');
  });

  it('leaves of what was removed or deleted its place and the reason', async () => {
    const { id } = await createPost(site.app, site.editor, { language: 'ru' });
    const [one, two] = [
      await say(site.app, site.reader, id, 'Бранное'),
      await say(site.app, site.reader, id, 'Лишнее'),
    ];
    for (const { id: parent } of [one, two]) await say(site.app, site.other, id, 'Ответ', parent);
    const removal = { action: 'remove', reason: 'abusive', version: 1 };
    expect((await decide(site.app, site.editor, `comments/${one.id}`, removal)).status).toBe(201);
    await site.database.query(
      `update comments set created_at = created_at - interval '1 minute' where id = $1`,
      [two.id],
    );
    await site.app.request.delete(`/api/v1/comments/${two.id}`).set(site.reader.auth).expect(204);
    const { text, data } = await read(id);
    expect(text).not.toMatch(/Бранное|Лишнее/);
    expect(text).toContain('Удалено модератором: оскорбление');
    expect(text).toContain('Удалено автором');
    expect(text).toContain('2 комментария');
    expect(text).not.toContain(site.reader.username);
    expect(data.comment.map((comment) => comment.creativeWorkStatus)).toEqual([
      'Deleted',
      'Deleted',
    ]);
  });

  it('leads to the page behind it, and to replies that it does not show', async () => {
    const { id, slug } = await createPost(site.app, site.editor, { language: 'lv' });
    const top = await say(site.app, site.reader, id, 'Augša');
    for (let count = 0; count < 5; count++)
      await say(site.app, site.other, id, `Atbilde ${count}`, top.id);
    await say(site.app, site.reader, id, 'Otrais');
    const { all, text } = await read(id, '?sort=oldest&limit=1');
    const [more, next] = all('a')
      .filter((link) => ['nofollow', 'next'].includes(attribute(link, 'rel') ?? ''))
      .map((link) => [textIn(link).trim(), attribute(link, 'href')!]);
    expect(more).toEqual([
      'Vēl 2 atbildes',
      `https://talk.example/posts/${slug}?comment=${top.id}#comment-${top.id}`,
    ]);
    expect(next[1]).toMatch(`https://talk.example/posts/${slug}?sort=oldest&cursor=`);
    expect(text).not.toContain('Otrais');
    const cursor = new URL(next[1]).searchParams.get('cursor')!;
    expect((await read(id, `?sort=oldest&cursor=${cursor}`)).text).toContain('Otrais');
  });

  it('refuses what a page refuses', async () => {
    const { id } = await createPost(site.app, site.editor);
    for (const query of ['?sort=worst', '?limit=0', '?limit=101', '?cursor=x', '?depth=1']) {
      await get(id, query).expect(422);
    }
    await get('no-such-post').expect(404);
  });

  it('tells those apart who show the same name', async () => {
    const { id } = await createPost(site.app, site.editor);
    for (const person of [site.reader, site.other]) {
      await site.app.request
        .patch('/api/v1/users/me')
        .set(person.auth)
        .send({ displayName: 'Marta Liepiņa' })
        .expect(200);
      await say(site.app, person, id, 'A word');
    }
    await say(site.app, site.editor, id, 'Another');
    const { all } = await read(id);
    const by = all('p')
      .filter((each) => attribute(each, 'class') === 'colloquy-by')
      .map((each) => textIn(each).replace(/\s+/g, ' ').trim());
    expect(by).toEqual([
      expect.stringMatching(/^Administrator \(/),
      expect.stringMatching(`^Marta Liepiņa @${site.other.username} `),
      expect.stringMatching(`^Marta Liepiņa @${site.reader.username} `),
    ]);
  });
});
