import { ImportWriter } from '../../src/transfer/import/import-writer.js';
import type { ImportFormat } from '../../src/transfer/formats/import-records.js';
import { importText } from '../fixtures/import-text.js';
import { disqusExport, wordpressExport } from '../fixtures/small-exports.js';
import { useSite } from '../support/site.js';

/** Each test uses its own hosts. */
describe('the source of an import', () => {
  const site = useSite();

  const bring = async (text: string, named: string | null = null) => {
    const format: ImportFormat = text.startsWith('<disqus') ? 'disqus' : 'wordpress';
    const writer = site.app.app.get(ImportWriter, { strict: false });
    const { posts, imported, source } = await writer.write(
      format,
      await importText(text, format),
      named,
      () => {},
    );
    return { posts, imported, source };
  };
  /** Names and texts of the comments under a page. */
  const read = async (query: string): Promise<string[]> => {
    const { body, status } = await site.app.request.get(`/api/v1/posts/by-page?${query}`);
    if (status !== 200) return [`${status}`];
    const page = await site.app.request.get(`/api/v1/posts/${body.id}/comments?sort=oldest`);
    const items = page.body.items as { author: { displayName: string }; html: string }[];
    return items
      .map(({ author, html }) => `${author.displayName}: ${html.replaceAll(/<[^>]*>/g, '').trim()}`)
      .toSorted();
  };
  const at = (url: string) => read(`url=${encodeURIComponent(url)}`);
  /** The state after an import before sources had names. */
  const forgetSources = (host: string) =>
    Promise.all(
      ['posts', 'comments', 'users'].map((table) =>
        site.database.query(
          `update ${table} set source = split_part(source, ' ', 1) where source like '%${host}%'`,
        ),
      ),
    );

  it('tells apart accounts of one number of two sites', async () => {
    const olga = { id: 9001, text: 'I run the cinema.', name: 'Olga', account: 5 };
    const pauls = { id: 9101, text: 'I grow roses.', name: 'Pauls', account: 5 };
    const cinema = { id: 210, url: 'https://cinema.test/film', comments: [olga] };
    const roses = { id: 310, url: 'https://roses.test/red', comments: [pauls] };
    await bring(wordpressExport('https://cinema.test', cinema));
    expect(await bring(wordpressExport('https://roses.test', roses))).toEqual({
      posts: 1,
      imported: 1,
      source: 'wordpress roses.test',
    });
    expect(await at('https://roses.test/red')).toEqual(['Pauls: I grow roses.']);
    // Matched by the account, whatever name the comment shows.
    const later = { ...olga, id: 9002, text: 'Tonight again.', name: 'Olga P.' };
    const comments = [olga, later];
    expect(
      await bring(wordpressExport('http://www.cinema.test/', { ...cinema, comments })),
    ).toMatchObject({ posts: 0, imported: 1 });
    expect(await at('https://cinema.test/film')).toEqual([
      'Olga: I run the cinema.',
      'Olga: Tonight again.',
    ]);
  });

  it('tells apart blogs of one host, told or not, and knows each again', async () => {
    const page = (path: string, comments: { id: number; text: string; at: string }[]) => ({
      id: 44,
      url: `https://town.test/${path}`,
      comments,
    });
    const bridge = page('news/bridge', [{ id: 1, text: 'The bridge.', at: '2014-02-01 10:00:00' }]);
    const final = page('sport/final', [
      { id: 1, text: 'The final.', at: '2016-02-01 10:00:00' },
      { id: 2, text: 'Once more.', at: '2016-02-01 11:00:00' },
    ]);
    const mayor = page('mayor', [{ id: 1, text: 'The mayor.', at: '2018-02-01 10:00:00' }]);
    const minister = page('minister', [{ id: 1, text: 'Him?', at: '2018-03-01 10:00:00' }]);
    const files = [
      wordpressExport('https://town.test/news', bridge),
      wordpressExport('https://town.test/sport', final),
      wordpressExport(null, mayor),
      wordpressExport(null, minister),
    ];
    const sources: string[] = [];
    for (const file of files) {
      const { posts, source } = await bring(file);
      expect(posts).toBe(1);
      sources.push(source);
    }
    expect(new Set(sources).size).toBe(4);
    expect(await at(bridge.url)).toEqual(['Nora: The bridge.']);
    expect(await at(final.url)).toEqual(['Nora: Once more.', 'Nora: The final.']);
    expect(await at(mayor.url)).toEqual(['Nora: The mayor.']);
    expect(await at(minister.url)).toEqual(['Nora: Him?']);
    for (const [n, file] of files.entries())
      expect(await bring(file)).toEqual({ posts: 0, imported: 0, source: sources[n] });
  });

  it('is that of an earlier import whose comments the file has, under another address', async () => {
    const comment = { id: 63011, text: 'Before the move.', account: 'inese_v' };
    const before = { id: 6301, url: 'https://before.test/essay', comments: [comment] };
    const later = { id: 63012, text: 'After the move.', account: 'inese_v' };
    const after = { id: 6301, url: 'https://after.test/essay', comments: [comment, later] };
    const { source } = await bring(disqusExport(null, before));
    expect(await bring(disqusExport(null, after))).toEqual({ posts: 0, imported: 1, source });
    for (const { url } of [before, after])
      expect(await at(url)).toEqual(['Inese: After the move.', 'Inese: Before the move.']);
  });

  it('is not that of an import of which ids and times alone are the same', async () => {
    const page = (host: string) => ({
      id: 1,
      url: `https://${host}/day`,
      comments: [{ id: 1, text: `Said on ${host}`, account: 1, name: host }],
    });
    await bring(wordpressExport(null, page('midnight.test')));
    expect(await bring(wordpressExport(null, page('noon.test')))).toMatchObject({ imported: 1 });
    expect(await at('https://noon.test/day')).toEqual(['noon.test: Said on noon.test']);
  });

  it('has no name in what was imported before, which is known all the same', async () => {
    const olga = { id: 1, text: 'Old film.', name: 'Olga', account: 5 };
    const film = { id: 7, url: 'https://old-film.test/a', comments: [olga] };
    const rose = { id: 2, text: 'Old rose.', name: 'Pauls', account: 6 };
    const garden = { id: 7, url: 'https://old-rose.test/a', comments: [rose] };
    await bring(wordpressExport('https://old-film.test', film));
    await bring(wordpressExport('https://old-rose.test', garden));
    await forgetSources('old-film.test');
    await forgetSources('old-rose.test');
    const more = [
      { id: 3, text: 'New film.', name: 'Olga', account: 5 },
      { id: 4, text: 'Not Pauls.', name: 'Rita', account: 6 },
    ];
    const again = wordpressExport('https://old-film.test', { ...film, comments: [olga, ...more] });
    const known = { posts: 0, source: 'wordpress' };
    expect(await bring(again)).toEqual({ ...known, imported: 2 });
    expect(await bring(again, 'films')).toEqual({ ...known, imported: 0 });
    expect(await at(film.url)).toEqual(['Olga: New film.', 'Olga: Old film.', 'Rita: Not Pauls.']);
    const [{ olgas }] = await site.database.query<{ olgas: number }>(
      `select count(distinct author_id)::int as olgas from comments join users u on u.id = author_id
       where body in ('Old film.', 'New film.')`,
    );
    expect(olgas).toBe(1);
    // Another site with the same ids does not belong to it.
    const other = { id: 7, url: 'https://new-film.test/a', comments: [{ ...olga, text: 'Mine' }] };
    await bring(wordpressExport('https://new-film.test', other));
    expect(await at(other.url)).toEqual(['Olga: Mine']);
    expect(await at(film.url)).toHaveLength(3);
  });

  it('may be named, and then ids alone say what is the same', async () => {
    const page = (path: string, id: number, account: number) => ({
      id: 9,
      url: `https://named.test/${path}`,
      comments: [{ id, text: `Text ${id}`, account, name: `Person ${id}` }],
    });
    const first = await bring(wordpressExport('https://named.test', page('a', 1, 3)), 'one');
    expect(first).toEqual({ posts: 1, imported: 1, source: 'wordpress one' });
    const moved = wordpressExport('https://named.test', page('b', 2, 3));
    expect(await bring(moved, 'one')).toMatchObject({ posts: 0, imported: 1 });
    expect(await at('https://named.test/b')).toEqual(['Person 1: Text 1', 'Person 1: Text 2']);
    const other = wordpressExport('https://named.test', page('c', 1, 3));
    expect(await bring(other, 'two')).toMatchObject({ posts: 1, imported: 1 });
    expect(await at('https://named.test/c')).toEqual(['Person 1: Text 1']);
    const [{ people }] = await site.database.query<{ people: number }>(
      "select count(*)::int as people from users where source in ('wordpress one', 'wordpress two')",
    );
    expect(people).toBe(2);
  });

  it('keeps pages of one address apart by their keys', async () => {
    const thread = (n: number) => ({
      id: 6200 + n,
      key: `review-${n}`,
      url: 'https://keys.test/reviews',
      comments: [{ id: 62000 + n, text: `About number ${n}.` }],
    });
    await bring(disqusExport('keys', thread(41), thread(42)));
    for (const n of [41, 42])
      expect(await read(`key=review-${n}`)).toEqual([`Inese: About number ${n}.`]);
    expect(await read('key=review-43&url=https://keys.test/reviews')).toEqual(['404']);
    expect(await at('https://keys.test/reviews')).toEqual(['Inese: About number 41.']);
    expect(await bring(disqusExport('keys', thread(42)))).toMatchObject({ posts: 0, imported: 0 });
  });

  it('keeps pages of one key on two sites apart by their addresses', async () => {
    const thread = (host: string) => ({
      id: `${host}-1`,
      key: 'post-1',
      url: `https://${host}/1`,
      comments: [{ id: `${host}-11`, text: `On ${host}` }],
    });
    await bring(disqusExport('forum-a', thread('forum-a.test')));
    await bring(disqusExport('forum-b', thread('forum-b.test')));
    for (const host of ['forum-a.test', 'forum-b.test'])
      expect(await at(`https://${host}/1`)).toEqual([`Inese: On ${host}`]);
  });

  it('finds a page under another spelling of its address', async () => {
    const page = (id: number, url: string) => ({
      id,
      url,
      comments: [{ id: id * 10, text: `Comment ${id}.` }],
    });
    const nfd = `http://www.walk.test/${'ēna'.normalize('NFD')}`;
    const file = disqusExport('walk', page(1, nfd), page(2, 'https://walk.test/ēna'));
    expect(await bring(file)).toMatchObject({ posts: 1, imported: 2 });
    for (const url of ['https://www.walk.test/ēna', 'http://walk.test/ēna?replytocom=3'])
      expect(await at(url)).toEqual(['Inese: Comment 1.', 'Inese: Comment 2.']);
  });
});
