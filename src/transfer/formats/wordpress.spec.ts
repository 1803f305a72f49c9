import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { faultOf, importText } from '../../../test/fixtures/import-text.js';
import { readImportFile } from './import-file.js';
import type { ImportFile } from './import-records.js';

const fixture = fileURLToPath(
  new URL('../../../test/fixtures/site.wordpress.xml', import.meta.url),
);
const sample = fileURLToPath(
  new URL('../../../shared/data/theme-unit-test.wordpress.xml', import.meta.url),
);

const rss = (items: string, version = 'http://wordpress.org/export/1.2/') =>
  `<rss version="2.0" xmlns:wp="${version}"><channel>${items}</channel></rss>`;
const item = (id: string, content: string, link = `https://a.example/${id}`) =>
  `<item><title>Page ${id}</title><link>${link}</link><wp:post_id>${id}</wp:post_id>${content}</item>`;
const comment = (id: string, more = '') =>
  `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>N</wp:comment_author><wp:comment_date_gmt>2020-01-01 00:00:00</wp:comment_date_gmt><wp:comment_content>text ${id}</wp:comment_content><wp:comment_approved>1</wp:comment_approved>${more}</wp:comment>`;

describe('a WordPress export', () => {
  let file: ImportFile;
  const found = (id: string, page = '31') =>
    file.comments.find((row) => row.foreignId === id && row.pageForeignId === page)!;

  beforeAll(async () => {
    file = await readImportFile(fixture, 'wordpress');
  });

  it('counts every row as imported or skipped for one reason', () => {
    expect(file.rows).toBe(10);
    expect(file.comments).toHaveLength(6);
    expect(file.skipped).toEqual({
      pingback: 1,
      not_a_comment: 1,
      password_protected: 1,
      not_public: 1,
    });
  });

  it('makes pages of the items that carry comments, attachments too', () => {
    expect(file.pages).toEqual([
      {
        foreignId: '31',
        key: null,
        url: 'https://amber.example/box/',
        title: 'What’s in the box & what isn’t',
        createdAt: new Date('2024-03-04T10:00:00Z'),
        closed: false,
      },
      {
        foreignId: '34',
        key: null,
        url: 'https://amber.example/box/harbour/',
        title: 'harbour.jpg',
        createdAt: new Date('2024-03-06T12:00:00Z'),
        closed: true,
      },
    ]);
  });

  it('keeps approved, waiting, spam and thrown away apart', () => {
    const states = ['101', '102', '103', '104'].map((id) => found(id).state);
    expect(states).toEqual(['published', 'held', 'spam', 'deleted']);
  });

  it('makes paragraphs of line breaks, and resolves links by the page', () => {
    expect(found('101').body).toBe(
      'First line\nsecond line\n\n**New** paragraph, see [below](https://amber.example/box/#comment-102) and “quotes”.',
    );
  });

  it('keeps comments of one id on two pages', () => {
    expect(found('101', '34').body).toBe('A picture with an id used before');
  });

  it('takes the local date where the other is all zeros', () => {
    expect(found('102').createdAt.toISOString()).toBe('2024-03-05T14:00:00.000Z');
    expect(found('102').parentForeignId).toBe('101');
  });

  it('moves an answer to a pingback to the top', () => {
    expect(found('106').parentForeignId).toBeNull();
    expect(file.reattached).toBe(1);
  });

  it('keeps the name of an author, and no address of any kind', () => {
    expect(found('101').author.name).toBe('Anna & Co');
    expect(JSON.stringify(file)).not.toMatch(/anna@mail\.example|anna\.example/);
    expect(found('102').author.foreignKey).toBe('account:3');
    expect(found('103').author.name).toBe('Anonymous');
    expect(JSON.stringify(file)).not.toContain('192.0.2.7');
  });
});

describe('versions and dialects of WXR', () => {
  it.each([
    'http://wordpress.org/export/1.0/',
    'http://wordpress.org/export/1.1/',
    'https://wordpress.org/export/1.2/',
  ])('reads %s', async (version) => {
    const file = await importText(rss(item('1', comment('2')), version), 'wordpress');
    expect(file.comments).toHaveLength(1);
  });

  it('takes the identifier of the dialect that Disqus imports as the key', async () => {
    const identifier =
      '<dsq:thread_identifier xmlns:dsq="http://www.disqus.com/">page-9</dsq:thread_identifier>';
    const file = await importText(rss(item('1', identifier + comment('2'))), 'wordpress');
    expect(file.pages[0].key).toBe('page-9');
  });

  it('reads Windows line ends and CDATA split in two', async () => {
    const content = 'a\r\n\r\nb <![CDATA[ c ]]]]><![CDATA[> d]]>';
    const text = rss(item('1', comment('2').replace('text 2', content)));
    const file = await importText(text, 'wordpress');
    expect(file.comments[0].body).toBe('a\n\nb c \\]\\]> d');
  });

  it('counts a comment outside every item', async () => {
    const file = await importText(rss(comment('1')), 'wordpress');
    expect([file.rows, file.skipped]).toEqual([1, { missing_thread: 1 }]);
  });

  it('finds a page without a link by its guid, and a draft without either not at all', async () => {
    const guid = '<guid isPermaLink="false">https://a.example/?p=1</guid>';
    const text = rss(
      item('1', guid + comment('2'), '') +
        item('3', '<wp:status>draft</wp:status>' + comment('4'), ''),
    );
    const file = await importText(text, 'wordpress');
    expect(file.pages.map(({ url }) => url)).toEqual(['https://a.example/?p=1']);
    expect(file.skipped).toEqual({ not_public: 1 });
  });

  it('puts items of one link together, and tells sites of one post id apart', async () => {
    const text = rss(
      item('1', comment('10')) +
        item('2', comment('11'), 'https://a.example/1') +
        item('1', comment('10'), 'https://b.example/1'),
    );
    const file = await importText(text, 'wordpress');
    expect(file.pages.map(({ url }) => url)).toEqual([
      'https://a.example/1',
      'https://b.example/1',
    ]);
    expect(file.comments.map(({ foreignId }) => foreignId)).toEqual(['10', '11', '10']);
  });

  it('skips the second of two equal ids on a page', async () => {
    const file = await importText(rss(item('1', comment('2') + comment('2'))), 'wordpress');
    expect([file.comments.length, file.skipped]).toEqual([1, { duplicate: 1 }]);
  });

  it('holds what is not known to be approved', async () => {
    const text = rss(
      item('1', comment('2').replace(/<wp:comment_approved>.*?<\/wp:comment_approved>/, '')),
    );
    expect((await importText(text, 'wordpress')).comments[0].state).toBe('held');
  });
});

describe('what everybody may read', () => {
  const read = async (...items: [id: string, status: string, more?: string][]) => {
    const text = items.map(([id, status, more = comment(`${id}0`)]) =>
      item(id, `<wp:status>${status}</wp:status>${more}`),
    );
    const { pages, skipped } = await importText(rss(text.join('')), 'wordpress');
    return [pages.map(({ foreignId }) => foreignId), skipped];
  };

  it('is what is known to be public alone', async () => {
    const known = ['publish', 'Publish', 'closed', 'inherit', ''];
    const other = ['in-progress', 'pitch', 'hidden', 'draft', 'private', 'trash', 'acf-disabled'];
    const items = [...known, ...other].map((status, n): [string, string] => [`${n + 1}`, status]);
    expect(await read(...items)).toEqual([['1', '2', '3', '4', '5'], { not_public: other.length }]);
  });

  it('is no picture of an item that is not', async () => {
    const of = (parent: string, id: string) =>
      `<wp:post_parent>${parent}</wp:post_parent>${comment(id)}`;
    expect(
      await read(
        ['1', 'inherit', of('3', '10')],
        ['2', 'inherit', of('4', '20')],
        ['3', 'draft', ' '],
        ['4', 'publish', ' '],
        ['5', 'inherit', of('0', '50')],
      ),
    ).toEqual([['2', '5'], { not_public: 1 }]);
  });
});

describe('the site of a WordPress export', () => {
  const of = async (channel: string) => (await importText(rss(channel), 'wordpress')).origin;
  it.each([
    [
      '<link>https://c.example</link><wp:base_site_url>https://b.example/</wp:base_site_url><wp:base_blog_url>http://www.a.example/blog/</wp:base_blog_url>',
      'a.example/blog',
    ],
    [
      '<link>https://c.example</link><wp:base_site_url>https://b.example/</wp:base_site_url>',
      'b.example',
    ],
    ['<image><link>https://d.example</link></image><link>https://c.example/</link>', 'c.example'],
    [item('1', comment('2')), 'a.example'],
    ['', null],
  ])('is told by %j', async (channel, origin) => {
    expect(await of(channel)).toBe(origin);
  });
});

describe('what is no WordPress export', () => {
  it('is refused when it is another feed', async () => {
    const feed = '<rss version="2.0"><channel><item><title>x</title></item></channel></rss>';
    expect(await faultOf(feed, 'wordpress')).toMatch(
      /^line 1: an RSS feed, but not a WordPress export/,
    );
  });

  it('is refused when it is a Disqus export', async () => {
    expect(await faultOf('<disqus xmlns="http://disqus.com"/>', 'wordpress')).toBe(
      'line 1: not a WordPress export: expected <rss>, found <disqus>; for a Disqus export say: import -- disqus',
    );
  });
});

(existsSync(sample) ? describe : describe.skip)('the theme unit test', () => {
  it('gives 27 of 32 comments on 5 pages', async () => {
    const file = await readImportFile(sample, 'wordpress');
    expect(file.rows).toBe(32);
    expect(file.comments).toHaveLength(27);
    expect(file.skipped).toEqual({ pingback: 2, trackback: 2, password_protected: 1 });
    expect(file.pages).toHaveLength(5);
    expect(file.comments.filter(({ state }) => state === 'held')).toHaveLength(3);
    expect(file.comments.find(({ foreignId }) => foreignId === '915')?.parentForeignId).toBe('914');
  });
});
