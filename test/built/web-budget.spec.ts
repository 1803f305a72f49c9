import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Bytes of everything that is loaded before the first comment is shown. */
const BUDGET = 35 * 1_000;

interface Chunk {
  file: string;
  src?: string;
  name?: string;
  imports?: string[];
  dynamicImports?: string[];
}

const MANIFEST = 'dist/web/manifest.json';
const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, Chunk>;
const chunkOf = (end: string) => Object.keys(manifest).find((key) => key.endsWith(end))!;

/** The files that the browser needs before the first of these runs. */
function graphOf(...entries: string[]): string[] {
  const seen = new Set<string>();
  const visit = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const next of manifest[key].imports ?? []) visit(next);
  };
  entries.forEach(visit);
  return [...seen];
}

const sizeOf = (keys: string[]) =>
  keys
    .map((key) => gzipSync(readFileSync(`dist/web/${manifest[key].file}`), { level: 9 }).length)
    .reduce((sum, size) => sum + size, 0);

describe('what the embed loads', () => {
  it.each(['en', 'lv', 'ru'])('is small until the first comment is shown, in %s', (language) => {
    const graph = graphOf(chunkOf('embed/embed.ts'), chunkOf(`embed/words/${language}.ts`));
    expect(sizeOf(graph)).toBeLessThanOrEqual(BUDGET);
    expect(graph.length).toBeGreaterThanOrEqual(3);
  });

  it('leaves until they are needed the socket, the forms and the other languages', () => {
    const first = graphOf(chunkOf('embed/embed.ts')).map((key) => manifest[key].file);
    const later = [
      'socket.io-client',
      'panels/panel-views.ts',
      'article/article-of-thread.ts',
      'words/en.ts',
      'words/ru.ts',
      'words/article/en.ts',
    ];
    const keys = Object.keys(manifest);
    for (const part of later) {
      const chunk = keys.find((key) => key.includes(part));
      expect(chunk).toBeDefined();
      expect(first).not.toContain(manifest[chunk!].file);
    }
  });

  it('names files by their content, but for those that pages name', () => {
    const files = Object.values(manifest).map(({ file }) => file);
    const plain = files.filter((file) => !/^embed\/[\w.-]+-[\w-]{8}\.js$/.test(file));
    expect(plain.sort()).toEqual([
      'account.js',
      'count.js',
      'decide.js',
      'embed.js',
      'security.js',
    ]);
    expect(files.every((file) => existsSync(`dist/web/${file}`))).toBe(true);
  });
});
