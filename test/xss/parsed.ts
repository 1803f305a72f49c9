import { atLeast, exactly, type Figure, told } from '../harness/figures.js';
import type { Desk, Writer } from './desk.js';
import { htmlFaultsIn, PageParts } from './pages.js';
import type { Written } from './rounds.js';

/** How many different faults are printed. */
const TOLD = 10;

/** The minimum per round, however many texts are refused. */
const LEAST = { answers: 15, fields: 30, pages: 5 };

/** Reads everything that shows written texts, and parses it as a browser does. */
export class Reading {
  private readonly parts = new PageParts();
  private readonly faults = new Map<string, number>();
  private answers = 0;
  private fields = 0;
  private pages = 0;

  constructor(private readonly desk: Desk) {}

  /** Learns the parts of pages with harmless texts. */
  async learn(written: Written): Promise<void> {
    for (const [kind, path, isFragment] of pagesOf(written)) {
      const { text } = await this.desk.read(path);
      this.parts.learn(kind, text, isFragment);
    }
  }

  async look(written: Written): Promise<void> {
    for (const { path, by } of written.reads) await this.lookAtAnswer(path, by);
    for (const [kind, path, isFragment] of pagesOf(written)) {
      const { status, text } = await this.desk.read(path);
      this.pages += 1;
      if (status !== 200) this.note(`${path} is answered ${status}`);
      else
        for (const fault of this.parts.faultsOf(kind, text, isFragment))
          this.note(`${kind}: ${fault}`);
    }
  }

  /** @param rounds number of checked rounds */
  figures(rounds: number): Figure[] {
    const { ways, refused, faults, intruders, fields } = this.desk;
    const written = [...ways.values()].reduce((sum, count) => sum + count, 0);
    const empty = [...ways].filter(([, count]) => count === 0).map(([way]) => way);
    return [
      told('texts written', written),
      told('texts refused', refused),
      told('ways of writing', ways.size),
      exactly('ways by which nothing was written', empty.join(', ') || 'none', 'none'),
      atLeast('answers read', this.answers, rounds * LEAST.answers),
      atLeast('html fields parsed', this.fields, rounds * LEAST.fields),
      atLeast('html fields of answers to what was written', fields, rounds * LEAST.fields),
      atLeast('pages parsed', this.pages, rounds * LEAST.pages),
      exactly('answers that neither keep a text nor refuse it', faults.length, 0),
      exactly('nodes, attributes and schemes off the list', this.faults.size + intruders.length, 0),
    ];
  }

  get told(): string[] {
    const faults = [...this.faults].map(([fault, count]) => `${fault} (${count} times)`);
    return [...faults, ...this.desk.intruders, ...this.desk.faults].slice(0, TOLD);
  }

  private async lookAtAnswer(path: string, by: Writer | null): Promise<void> {
    const { status, text } = await this.desk.read(path, by);
    if (status >= 400)
      this.note(`${path.replaceAll(/[0-9a-f-]{36}/g, 'ID')} is answered ${status}`);
    if (status >= 400) return;
    this.answers += 1;
    this.fields += text.split('"html":"').length - 1;
    const where = path.replaceAll(/[0-9a-f-]{36}/g, 'ID');
    for (const fault of htmlFaultsIn(JSON.parse(text)))
      this.note(`${where}${fault.replaceAll(/\/\d+\//g, '/N/')}`);
  }

  private note(fault: string): void {
    this.faults.set(fault, (this.faults.get(fault) ?? 0) + 1);
  }
}

type Kind = [kind: string, path: string, isFragment: boolean];

function pagesOf({ postId, slug, pageSlugs, isPage }: Written): Kind[] {
  return [
    [isPage ? 'article of a page' : 'article', `/posts/${slug}`, false],
    ['thread', `/api/v1/posts/${postId}/thread.html?limit=100`, true],
    ...pageSlugs.flatMap((page): Kind[] => [
      ['page', `/api/v1/posts/${page}/thread.html`, true],
      ['article of a page', `/posts/${page}`, false],
    ]),
    ['front', '/', false],
  ];
}
