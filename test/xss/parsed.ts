import { exactly, type Figure, told } from '../harness/figures.js';
import type { Desk, Writer } from './desk.js';
import { htmlFaultsIn, PageParts } from './pages.js';
import type { Written } from './rounds.js';

/** How many different faults are told. */
const TOLD = 10;

/** Reads everything that shows what was written, and looks at it as a browser's parser does. */
export class Reading {
  private readonly parts = new PageParts();
  private readonly faults = new Map<string, number>();
  private answers = 0;
  private fields = 0;
  private pages = 0;

  constructor(private readonly desk: Desk) {}

  /** What pages are made of while nobody means harm. */
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

  figures(): Figure[] {
    return [
      told('texts written', this.desk.written),
      told('texts refused', this.desk.refused),
      told('answers read', this.answers),
      told('html fields parsed', this.fields),
      told('pages parsed', this.pages),
      exactly('answers of 5xx', this.desk.faults.length, 0),
      exactly('nodes, attributes and schemes off the list', this.faults.size, 0),
    ];
  }

  get told(): string[] {
    const faults = [...this.faults].map(([fault, count]) => `${fault} (${count} times)`);
    return [...faults, ...this.desk.faults].slice(0, TOLD);
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

function pagesOf({ postId, slug, pageSlug }: Written): Kind[] {
  const thread: Kind = ['thread', `/api/v1/posts/${postId}/thread.html?limit=100`, true];
  const front: Kind = ['front', '/', false];
  // What was imported is a page of the host site itself.
  if (pageSlug === null) return [['article of a page', `/posts/${slug}`, false], thread, front];
  return [
    ['article', `/posts/${slug}`, false],
    thread,
    ['page', `/api/v1/posts/${pageSlug}/thread.html`, true],
    ['article of a page', `/posts/${pageSlug}`, false],
    front,
  ];
}
