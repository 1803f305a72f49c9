import { existsSync, readFileSync } from 'node:fs';

const PAGE = readFileSync('docs/security.md', 'utf8');
/** As written in Markdown: a quotation mark of the title has a backslash before it. */
const NAMED = [...PAGE.matchAll(/\[“(.+?)”\]\(\.\.\/(.+?)\)/g)].map(([, title, file]) => ({
  title,
  file,
}));
/** Of requirements and entries; the table of mutants behind them is none of theirs. */
const [CLAIMS] = PAGE.split('## Mutation testing');
const ROWS = [...CLAIMS.matchAll(/^\| (?!no\.|entry|boundary|---)(.+?) \| (.+) \|$/gm)];

describe('docs/security.md', () => {
  it('names tests that there are', () => {
    expect(NAMED.length).toBeGreaterThan(100);
    expect(NAMED.filter(({ title, file }) => !hasTest(file, title))).toEqual([]);
  });

  it('would miss one that there is not', () => {
    expect(hasTest('test/readme.spec.ts', 'link only to what there was')).toBe(false);
    expect(hasTest('test/none.spec.ts', 'link only to what is there')).toBe(false);
  });

  it('says of each requirement and entry what covers it, why it does not apply, or that it is open', () => {
    const bare = ROWS.filter(([, , covered]) => covered.replace(/[\W\d]/g, '').length < 8);
    expect(ROWS.length).toBeGreaterThan(120);
    expect(bare).toEqual([]);
  });

  it('has every test of the ledger', () => {
    const titles = ['doors', 'findings', 'texts', 'threads'].flatMap((name) => {
      const file = `test/ledger/${name}.spec.ts`;
      const found = readFileSync(file, 'utf8').matchAll(
        /(?:it|describe)\('([A-Z][\w-]+[ :#,].+?)',/g,
      );
      return [...found].map(([, title]) => ({ file, title }));
    });
    expect(titles.length).toBeGreaterThan(15);
    const known = new Set(NAMED.map(({ title }) => title));
    const isKnown = ({ title }: { title: string }) =>
      known.has(title) || title === 'Mastodon CVE-2025-62175 and Socket.IO #5491';
    expect(titles.filter((one) => !isKnown(one))).toEqual([]);
  });

  it('numbers requirements of ASVS once', () => {
    const numbers = ROWS.flatMap(
      ([, first]) => first.match(/\b\d{1,2}\.\d{1,2}\.\d{1,2}\b/g) ?? [],
    );
    expect(numbers.length).toBeGreaterThan(150);
    expect(numbers.filter((one, index) => numbers.indexOf(one) !== index)).toEqual([]);
  });
});

/** Whether a file has a test, or a case of one, with exactly this title. */
function hasTest(file: string, title: string): boolean {
  if (!existsSync(file)) return false;
  const text = readFileSync(file, 'utf8');
  return ["'", '"', '`'].some((quote) => text.includes(`${quote}${title}${quote}`));
}
