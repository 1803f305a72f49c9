import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { faultOf, importText } from '../../../test/fixtures/import-text.js';
import { parseDate } from './import-dates.js';
import { readImportFile } from './import-file.js';
import { ImportFileFault } from '../xml/import-file.errors.js';

const row = (id: number) =>
  `<post dsq:id="${id}"><message>text ${id}</message><createdAt>2020-01-01T00:00:00Z</createdAt><thread dsq:id="1"/></post>\n`;
const rows = (count: number) => Array.from({ length: count }, (_, id) => row(id)).join('');
const file = (count: number) =>
  `<disqus xmlns:dsq="d"><thread dsq:id="1"><id>k</id></thread>\n${rows(count)}</disqus>`;

describe('an import file', () => {
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'import-'));
  });

  afterAll(() => rm(directory, { recursive: true }));

  it('may be gzipped, whatever its name', async () => {
    const { comments } = await importText(gzipSync(file(1_000)), 'disqus');
    expect(comments).toHaveLength(1_000);
  });

  it('tells how far it is read, up to its end', async () => {
    const content = file(5_000);
    const seen: [number, number][] = [];
    await importText(content, 'disqus', { onProgress: (read, total) => seen.push([read, total]) });
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.map(([read]) => read)).toEqual(
      seen.map(([read]) => read).toSorted((a, b) => a - b),
    );
    expect(seen.at(-1)).toEqual([content.length, content.length]);
  });

  it('must be there, be a file and hold something', async () => {
    const fault = (path: string) =>
      readImportFile(path, 'disqus').catch((error: ImportFileFault) => error.message);
    expect(await fault(join(directory, 'none.xml'))).toBe('there is no such file');
    expect(await fault(directory)).toBe('a directory, not a file');
    await writeFile(join(directory, 'empty.xml'), '');
    expect(await fault(join(directory, 'empty.xml'))).toBe('the file is empty');
  });

  it('must be whole and unpacked', async () => {
    const packed = gzipSync(file(1_000));
    expect(await faultOf(packed.subarray(0, 200), 'disqus')).toBe(
      'the compressed file was cut off',
    );
    expect(
      await faultOf(Buffer.concat([packed.subarray(0, 60), Buffer.alloc(60, 1)]), 'disqus'),
    ).toBe('the compressed file is damaged');
    expect(await faultOf('PK\u0003\u0004', 'disqus')).toMatch(/^a zip archive/);
  });

  it('gives the line of its fault as a number', async () => {
    const error = await importText('<disqus>\n<post>\n</disqus>', 'disqus').catch(
      (caught) => caught,
    );
    expect(error).toBeInstanceOf(ImportFileFault);
    expect(error.line).toBe(3);
  });

  it('is no sooner refused for a fault at its end', async () => {
    const broken = `${file(2_000).slice(0, -'</disqus>'.length)}<post>`;
    expect(await faultOf(broken, 'disqus')).toMatch(/^line 2002: the file ends while <post>/);
  });
});

describe('advice', () => {
  it.each([
    ['{ "version": 1, "comments": [] }', 'line 1: this is not XML'],
    ['Author,Comment\nAnna,"a < b"', 'line 1: this is not XML'],
    ['<disqus xmlns="http://disqus.com">\na & b\n<post>', 'line 2: a bare "&" in a text'],
    ['<html>\n<body lang=lv>Sign in</body></html>', /^line 1: not a Disqus export/],
  ])('is not given where it does not help: %j', async (text, sentence) => {
    for (const lenient of [false, true]) {
      const fault = await faultOf(text, 'disqus', { lenient });
      expect(fault).not.toContain('--lenient');
      if (!lenient) expect(fault).toMatch(sentence);
    }
  });
});

describe('dates', () => {
  it.each([
    ['2013-10-10T19:20:29Z', '2013-10-10T19:20:29.000Z'],
    ['2013-10-10T19:20:29', '2013-10-10T19:20:29.000Z'],
    ['2013-10-10T19:20:29.1234567+03:30', '2013-10-10T15:50:29.123Z'],
    ['2013-10-10T19:20:29-0800', '2013-10-11T03:20:29.000Z'],
    [' 2024-02-29 23:59:60 ', '2024-03-01T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2014-5-2 9:05:07', '2014-05-02T09:05:07.000Z'],
    ['2014/5/2', '2014-05-02T00:00:00.000Z'],
    ['2014-05-02T09:05+02', '2014-05-02T07:05:00.000Z'],
    ['Tue, 04 Sep 2007 17:48:10 +0000', '2007-09-04T17:48:10.000Z'],
    ['Tue, 4 Sep 2007 17:48:10', '2007-09-04T17:48:10.000Z'],
    ['4 September 2007 17:48 EDT', '2007-09-04T21:48:00.000Z'],
    ['Tue, 04 Sep 07 17:48:10 GMT (London)', '2007-09-04T17:48:10.000Z'],
    ['1399021507', '2014-05-02T09:05:07.000Z'],
    ['1399021507.25', '2014-05-02T09:05:07.250Z'],
  ])('%j is understood', (text, iso) => {
    expect(parseDate(text)?.toISOString()).toBe(iso);
  });

  it.each([
    '',
    '0000-00-00 00:00:00',
    '2013-13-01 00:00:00',
    '2023-02-29',
    '2013-10-10 25:00',
    'yesterday',
    '1969-12-31',
    '9999-12-31',
    // Ambiguous or invalid dates.
    '02/05/2014',
    '02.05.2014 10:00',
    '20140502',
    '2014-05-02 09:05 constructor',
    'Mon, 30 Nov -0001 00:00:00 +0000',
    'Tue, 31 Feb 2007 17:48:10 +0000',
    'Tue, 04 Sex 2007 17:48:10 +0000',
  ])('%j is none', (text) => {
    expect(parseDate(text)).toBeNull();
  });
});
