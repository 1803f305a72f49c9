import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { faultOf, importText } from '../../../test/fixtures/import-text.js';
import { parseDate, parseFeedDate } from './import-dates.js';
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

describe('dates', () => {
  it.each([
    ['2013-10-10T19:20:29Z', '2013-10-10T19:20:29.000Z'],
    ['2013-10-10T19:20:29', '2013-10-10T19:20:29.000Z'],
    ['2013-10-10T19:20:29.1234567+03:30', '2013-10-10T15:50:29.123Z'],
    ['2013-10-10T19:20:29-0800', '2013-10-11T03:20:29.000Z'],
    [' 2024-02-29 23:59:60 ', '2024-03-01T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
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
  ])('%j is none', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it('may be those of feeds', () => {
    expect(parseFeedDate('Tue, 04 Sep 2007 17:48:10 +0000')?.toISOString()).toBe(
      '2007-09-04T17:48:10.000Z',
    );
    expect(parseFeedDate('Mon, 30 Nov -0001 00:00:00 +0000')).toBeNull();
  });
});
