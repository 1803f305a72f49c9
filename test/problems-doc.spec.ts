import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DomainError } from '../src/problems/domain-error.js';
import { STATUS_OF, statusProblem, toProblem } from '../src/problems/problem.js';

interface Row {
  slug: string;
  status: number;
}

const SECTIONS = readFileSync(resolve('docs/problems.md'), 'utf8').split(/^## /m).slice(1);

describe('docs/problems.md', () => {
  it('has exactly the problems that the rooms export, each with its status', async () => {
    const errors = await listErrors();
    expect(errors.length).toBeGreaterThan(40);
    expect(rowsOf(SECTIONS[0])).toEqual(distinct(errors.map((error) => rowOf(toProblem(error)))));
  });

  it('has exactly the problems that HTTP itself brings, each with its status', () => {
    const statuses = Array.from({ length: 200 }, (_, index) => 400 + index);
    const known = statuses
      .map((status) => rowOf(statusProblem(status)))
      .filter(({ slug }) => slug !== 'about:blank');
    expect(rowsOf(SECTIONS[1])).toEqual(distinct(known));
  });

  it('tells a problem by its slug alone: one title and one status each', async () => {
    const titles = new Map<string, Set<string>>();
    for (const error of await listErrors()) {
      const found = titles.get(error.slug) ?? new Set();
      titles.set(error.slug, found.add(`${STATUS_OF[error.kind]} ${error.title}`));
    }
    expect([...titles].filter(([, found]) => found.size > 1)).toEqual([]);
  });
});

/** An instance of every error class of the rooms. */
async function listErrors(): Promise<DomainError[]> {
  const files = (readdirSync('src', { recursive: true }) as string[])
    .map((file) => join(resolve('src'), file))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .filter((file) => /extends (DomainError|problem\()/.test(readFileSync(file, 'utf8')));
  const modules = (await Promise.all(files.map((file) => import(file)))) as object[];
  return modules
    .flatMap((exports) => Object.values(exports) as unknown[])
    .filter(isConcrete)
    .map((Problem) => new Problem([]));
}

function isConcrete(value: unknown): value is new (argument: unknown) => DomainError {
  return typeof value === 'function' && value.prototype instanceof DomainError;
}

function rowOf({ type, status }: { type: string; status: number }): Row {
  return { slug: type.replace('/problems/', ''), status };
}

function rowsOf(section: string): Row[] {
  return [...section.matchAll(/^\| `([a-z-]+)` *\| (\d{3}) \|.+\|.+\|$/gm)].map(
    ([, slug, status]) => ({ slug, status: Number(status) }),
  );
}

/** Sorted as in the document. */
function distinct(rows: Row[]): Row[] {
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  return [...bySlug.values()].sort((one, other) => (one.slug < other.slug ? -1 : 1));
}
