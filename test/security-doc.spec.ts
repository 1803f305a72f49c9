import { existsSync, readFileSync } from 'node:fs';

const PAGE = readFileSync('docs/security.md', 'utf8');
/** In Markdown a quotation mark of a title has a backslash before it. */
const NAMED = [...PAGE.matchAll(/\[“(.+?)”\]\(\.\.\/(.+?)\)/g)].map(([, title, file]) => ({
  title,
  file,
}));
/** The part with requirements and entries, without the table of mutants after it. */
const [CLAIMS] = PAGE.split('## Mutation testing');
const ROWS = [...CLAIMS.matchAll(/^\| (?!no\.|entry|boundary|---)(.+?) \| (.+) \|$/gm)];

/**
 * The number of requirements at levels 1 and 2 in each section of ASVS 5.0.0, by chapters from V1
 * on. Those of level 3 are always the last of their section.
 */
const SECTIONS = `
  2 9 11 3 2 | 3 3 4 1 | 0 2 4 6 5 0 2 | 3 1 2 4 | 1 3 2 3 | 3 12 4 4 5 3 0 4 | 3 4 2 5 2 2 | 2 3 1 1 | 3 4
  | 2 2 4 11 5 2 3 | 2 3 3 4 1 1 0 | 3 2 4 | 1 5 2 5 | 2 4 3 | 3 3 7 0 | 1 5 4 3 3 | 1 4 2`;
const REQUIREMENTS = SECTIONS.split('|').flatMap((chapter, v) =>
  chapter
    .trim()
    .split(/\s+/)
    .flatMap((count, section) =>
      Array.from({ length: Number(count) }, (_, n) => `${v + 1}.${section + 1}.${n + 1}`),
    ),
);

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

  it('has each requirement of ASVS of the levels 1 and 2 once, and no other', () => {
    const rows = ROWS.flatMap(([, first]) => (/^\d+\.\d+\.\d+/.test(first) ? [first] : []));
    const named = rows.flatMap((row) => row.split(', ').flatMap(requirementsOf));
    expect(REQUIREMENTS).toHaveLength(253);
    expect(named.toSorted()).toEqual(REQUIREMENTS.toSorted());
  });
});

/** Whether a file has a test, or a test case, with exactly this title. */
function hasTest(file: string, title: string): boolean {
  if (!existsSync(file)) return false;
  const text = readFileSync(file, 'utf8');
  return ["'", '"', '`'].some((quote) => text.includes(`${quote}${title}${quote}`));
}

/** Expands one number, or a range given by its first and last number. */
function requirementsOf(part: string): string[] {
  const [first, last = first] = part.split(' to ');
  const [from, to] = [first, last].map((number) => REQUIREMENTS.indexOf(number));
  return from < 0 || to < from ? [part] : REQUIREMENTS.slice(from, to + 1);
}
