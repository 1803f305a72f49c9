import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { faultOf, importText } from '../../../test/fixtures/import-text.js';
import { FULL } from '../../../test/support/full-form.js';
import { readImportFile } from './import-file.js';
import type { ImportFile } from './import-records.js';

const fixture = fileURLToPath(new URL('../../../test/fixtures/forum.disqus.xml', import.meta.url));
const sample = fileURLToPath(
  new URL('../../../shared/data/isso-sample.disqus.xml', import.meta.url),
);

const disqus = (content: string) =>
  `<?xml version="1.0"?>\n<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">${content}</disqus>`;
const thread = (id: string, more = '') =>
  `<thread dsq:id="${id}"><id>key-${id}</id>${more}<title>T</title></thread>`;
const post = (id: string, more: string, threadId = '1') =>
  `<post dsq:id="${id}"><message>text ${id}</message><createdAt>2020-01-01T00:00:00Z</createdAt><thread dsq:id="${threadId}"/>${more}</post>`;

describe('a Disqus export', () => {
  let file: ImportFile;
  const comment = (id: string) => file.comments.find(({ foreignId }) => foreignId === id)!;

  beforeAll(async () => {
    file = await readImportFile(fixture, 'disqus');
  });

  it('counts every row as imported or skipped for one reason', () => {
    expect(file.rows).toBe(11);
    expect(file.comments).toHaveLength(6);
    expect(file.skipped).toEqual({
      missing_thread: 1,
      deleted_thread: 1,
      empty: 1,
      bad_date: 1,
      duplicate: 1,
    });
  });

  it('makes one page of each thread with comments, by its identifier and link', () => {
    expect(file.pages).toEqual([
      {
        foreignId: '501',
        key: 'review-17',
        url: 'https://amber.example/reviews/harbour?page=2&lang=lv',
        title: 'The Harbour & Its People',
        createdAt: new Date('2019-05-01T08:00:00Z'),
        closed: true,
      },
    ]);
  });

  it('keeps threads, also below a deleted comment without text', () => {
    expect(comment('9003').parentForeignId).toBe('9001');
    expect(comment('9004')).toMatchObject({ state: 'deleted', body: '' });
    expect(comment('9005').parentForeignId).toBe('9004');
  });

  it('moves a reply to the top when what it answers is not in the file, and counts it', () => {
    expect(comment('9007').parentForeignId).toBeNull();
    expect(file.reattached).toBe(1);
  });

  it('keeps spam as spam, also when it was deleted too', () => {
    expect(comment('9006').state).toBe('spam');
  });

  it('reads dates with fractions and offsets', () => {
    expect(comment('9003').createdAt.toISOString()).toBe('2019-05-01T09:30:00.000Z');
    expect(comment('9004').createdAt.toISOString()).toBe('2019-05-01T10:00:00.250Z');
  });

  it('turns HTML into Markdown and takes links out of the redirect of Disqus', () => {
    expect(comment('9001').body).toBe(
      'The archive footage is *wonderful*.\n\nWhere was the harbour scene shot?',
    );
    expect(comment('9003').body).toBe('In Liepāja, says <https://source.example/half-a-page>');
  });

  it('tells authors apart by account, else by name and address together', () => {
    expect(comment('9003').author).toMatchObject({ foreignKey: 'account:juris77', name: 'Juris' });
    expect(comment('9004').author.name).toBe('Anonymous');
    expect(comment('9001').author.foreignKey).toBe(comment('9005').author.foreignKey);
    expect(comment('9001').author.foreignKey).not.toBe(comment('9006').author.foreignKey);
  });

  it('names the line of each row', () => {
    expect(comment('9001').line).toBe(36);
  });
});

describe('the order of a Disqus export', () => {
  it('may have comments before their thread and replies before their parents', async () => {
    const file = await importText(
      disqus(post('3', '<parent dsq:id="2"/>') + post('2', '') + thread('1')),
      'disqus',
    );
    expect(file.comments.map(({ foreignId }) => foreignId)).toEqual(['2', '3']);
    expect(file.skipped).toEqual({});
  });

  it('cuts circles of replies and says how many', async () => {
    const rows = [
      post('2', '<parent dsq:id="4"/>'),
      post('3', '<parent dsq:id="2"/>'),
      post('4', '<parent dsq:id="3"/>'),
      post('5', '<parent dsq:id="5"/>'),
    ];
    const file = await importText(disqus(thread('1') + rows.join('')), 'disqus');
    expect(file.comments).toHaveLength(4);
    expect(file.cyclesBroken).toBe(2);
    const parents = file.comments.map((row) => [row.foreignId, row.parentForeignId]);
    expect(parents).toEqual([
      ['2', null],
      ['5', null],
      ['3', '2'],
      ['4', '3'],
    ]);
  });

  it('may be a chain of many replies, the last first', async () => {
    const most = FULL ? 100_000 : 5_000;
    const rows: string[] = [];
    for (let id = most; id > 0; id -= 1) {
      rows.push(post(String(id), id > 1 ? `<parent dsq:id="${id - 1}"/>` : ''));
    }
    const file = await importText(disqus(thread('1') + rows.join('')), 'disqus');
    expect(file.comments).toHaveLength(most);
    expect(file.comments.at(-1)).toMatchObject({
      foreignId: String(most),
      parentForeignId: String(most - 1),
    });
    expect(file.reattached + file.cyclesBroken).toBe(0);
  });

  it('hangs replies to a skipped row on the nearest ancestor that is imported', async () => {
    const empty = `<post dsq:id="2"><message> </message><createdAt>2020-01-01T00:00:00Z</createdAt><thread dsq:id="1"/><parent dsq:id="1"/></post>`;
    const file = await importText(
      disqus(thread('1') + post('1', '') + empty + post('3', '<parent dsq:id="2"/>')),
      'disqus',
    );
    expect(file.skipped).toEqual({ empty: 1 });
    expect(file.comments.at(-1)).toMatchObject({ foreignId: '3', parentForeignId: '1' });
    expect(file.reattached).toBe(1);
  });

  it('gives a row without an id one that is the same the next time', async () => {
    const text = disqus(thread('1') + post('', ''));
    const ids = [await importText(text, 'disqus'), await importText(text, 'disqus')].map(
      ({ comments }) => comments[0].foreignId,
    );
    expect(ids[0]).toMatch(/^text:[\da-f]{32}$/);
    expect(ids[1]).toBe(ids[0]);
  });

  it('merges threads of one address unless their identifiers differ', async () => {
    const link = '<link>https://a.example/x</link>';
    const nameless = `<thread dsq:id="2"><id/><link>https://a.example/x/?utm_source=mail</link></thread>`;
    const threads = thread('1', link) + nameless + thread('3', link);
    const rows = post('11', '') + post('12', '<parent dsq:id="11"/>', '2') + post('13', '', '3');
    const file = await importText(disqus(threads + rows), 'disqus');
    expect(file.pages.map(({ foreignId }) => foreignId)).toEqual(['1', '3']);
    expect(file.comments.map((row) => [row.pageForeignId, row.parentForeignId])).toEqual([
      ['1', null],
      ['1', '11'],
      ['3', null],
    ]);
  });

  it('skips a comment that is longer than any text here, and keeps the answers to it', async () => {
    const rows =
      post('1', '').replace('text 1', 'long '.repeat(60_000)) + post('2', '<parent dsq:id="1"/>');
    const file = await importText(disqus(thread('1') + rows), 'disqus');
    expect(file.skipped).toEqual({ too_long: 1 });
    expect(file.comments.map(({ foreignId }) => foreignId)).toEqual(['2']);
  });
});

describe('what stands in a Disqus export', () => {
  const bodyOf = async (message: string) => {
    const text = post('1', '').replace('text 1', `<![CDATA[${message}]]>`);
    return (await importText(disqus(thread('1') + text), 'disqus')).comments[0].body;
  };

  it.each([
    [
      '<a href="https://api.a.example" title="x">https://api.a...</a> is it',
      '<https://api.a.example> is it',
    ],
    [
      '<a href="https://host.a.example">https://host.a...</a>:8443/hook',
      '<https://host.a.example>:8443/hook',
    ],
    [
      '<a href="https://A.example/Озеро_Разна">https://a.example/Оз...</a>',
      '<https://A.example/Озеро_Разна>',
    ],
    [
      '<a href="https://disq.us/url?url=https%3A%2F%2FB.example%3AhX2h7aTjPz2nJ4mQw_1&amp;cuid=1">https://B.example</a>',
      '<https://B.example>',
    ],
    ['<img src="https://a.example/Ūdens.png">', '<https://a.example/Ūdens.png>'],
    ['<a href="https://a.example/a b">https://a.example/a...</a>', '<https://a.example/a%20b>'],
  ])('shows an address as it is written there: %j', async (message, body) => {
    expect(await bodyOf(message)).toBe(body);
  });

  it.each([
    ['@anna-b:disqus hello', '@anna-b hello'],
    ['<p>(@anna:disqus)</p>', '(@anna)'],
    ['see https://a.example/@anna:disqus', 'see <https://a.example/@anna:disqus>'],
    ['mail a@anna:disqus', 'mail a@anna:disqus'],
  ])('names people as its readers do: %j', async (message, body) => {
    expect(await bodyOf(message)).toBe(body);
  });

  it('takes a text for gone when its mark is not plainly false', async () => {
    const rows = ['True', 'yes', '1', 'false', '0', 'FALSE', ''].map((mark, n) =>
      post(`${n}`, `<isDeleted>${mark}</isDeleted>`),
    );
    const file = await importText(disqus(thread('1') + rows.join('')), 'disqus');
    expect(file.comments.map(({ state }) => state)).toEqual([
      ...Array(3).fill('deleted'),
      ...Array(4).fill('published'),
    ]);
  });

  it('has no key that no page could ask for', async () => {
    const named = (id: string, key: string) =>
      thread(id, '<link>https://a.example/x</link>').replace(`key-${id}`, key);
    const long = 'ж'.repeat(512);
    const keys = [long, `${long}a`, 'e\u0304na'];
    const file = await importText(
      disqus(keys.map((key, n) => named(`${n}`, key) + post(`1${n}`, '', `${n}`)).join('')),
      'disqus',
    );
    expect(file.pages.map(({ key }) => key)).toEqual([long, 'ēna']);
  });

  it('is of the forum that it tells, else of the host of its first page', async () => {
    const of = async (more: string) =>
      (await importText(disqus(thread('1', more)), 'disqus')).origin;
    expect(await of('<forum>kino</forum><link>https://a.example/x</link>')).toBe('kino');
    expect(await of('<link>http://www.a.example/x</link>')).toBe('a.example');
    expect(await of('')).toBeNull();
  });
});

describe('what is no Disqus export', () => {
  it('is refused with what was expected and what was found', async () => {
    expect(
      await faultOf('<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>', 'disqus'),
    ).toBe(
      'line 2: not a Disqus export: expected <disqus>, found <rss>; for a WordPress export say: import -- wordpress',
    );
    expect(await faultOf('<html><body>Sign in</body></html>', 'disqus')).toBe(
      'line 1: not a Disqus export: expected <disqus>, found <html>',
    );
  });
});

(existsSync(sample) ? describe : describe.skip)('the sample export', () => {
  it('gives 5 comments on 2 pages and 1 comment of a missing thread', async () => {
    const file = await readImportFile(sample, 'disqus');
    expect(file.pages.map(({ key }) => key)).toEqual(['some-id', null]);
    expect(file.comments).toHaveLength(5);
    expect(file.skipped).toEqual({ missing_thread: 1 });
    expect(file.reattached).toBe(0);
  });
});
