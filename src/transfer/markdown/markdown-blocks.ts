import { longestTicks } from './markdown-runs.js';

type ContainerKind = 'quotation' | 'list' | 'item';

interface Container {
  kind: ContainerKind;
  /** For an ordered list: the number of its next item. */
  next?: number;
  /** For an item: `- ` or `3. `, until its first line is written. */
  marker?: string;
  indent: string;
}

/** Deeper quotations and lists are flattened: the renderer would show their markers as text. */
const MAX_CONTAINERS = 10;

/** Writes blocks in sequence, within the quotations and lists that are open. */
export class MarkdownBlocks {
  private readonly containers: Container[] = [];
  private before: readonly Container[] | null = null;
  private readonly lines: string[] = [];

  quotation(): void {
    this.push({ kind: 'quotation', indent: '> ' });
  }

  list(ordered: boolean, start = 1): void {
    this.push({ kind: 'list', indent: '', next: ordered ? start : undefined });
  }

  item(): void {
    this.closeItem();
    const list = this.containers.at(-1)?.kind === 'list' ? this.containers.at(-1)! : null;
    const number = list?.next;
    if (list && number !== undefined) list.next = Math.min(number + 1, 999_999_999);
    const marker = number === undefined ? '- ' : `${number}. `;
    this.push({ kind: 'item', indent: ' '.repeat(marker.length), marker });
  }

  /** Closes the item of the innermost list, and no outer item. */
  closeItem(): void {
    const edge = this.containers.findLast(({ kind }) => kind !== 'quotation');
    if (edge?.kind === 'item') this.close('item');
  }

  /** Adds a block; `lines` contain no line breaks. */
  write(lines: readonly string[]): void {
    const open = this.containers;
    if (this.before) {
      const next = open.findIndex((container, i) => this.before![i] !== container);
      const common = next < 0 ? open : open.slice(0, next);
      // There is no blank line between items, unless one contains more than one block.
      const isNextItem = next > 0 && open[next].kind === 'item' && this.before.length > next;
      if (!isNextItem) this.lines.push(prefix(common).trimEnd());
    }
    for (const line of lines) {
      this.lines.push(line === '' ? prefix(open).trimEnd() : prefix(open, true) + line);
    }
    this.before = [...open];
  }

  /** A fenced block that shows `lines` as they are. */
  writeCode(lines: readonly string[]): void {
    const ticks = lines.reduce((most, line) => Math.max(most, longestTicks(line)), 2);
    const fence = '`'.repeat(ticks + 1);
    this.write([fence, ...lines, fence]);
  }

  toString(): string {
    return this.lines.join('\n');
  }

  private push(container: Container): void {
    if (this.containers.length < MAX_CONTAINERS) this.containers.push(container);
  }

  /** Closes the innermost element of its kind, and everything open in it. */
  close(kind: ContainerKind): void {
    const at = this.containers.findLastIndex((container) => container.kind === kind);
    if (at >= 0) this.containers.length = at;
  }
}

/** The prefix of a line; an item's marker is used only for its first line. */
function prefix(containers: readonly Container[], usesMarkers = false): string {
  let text = '';
  for (const container of containers) {
    const marker = usesMarkers ? container.marker : undefined;
    if (usesMarkers) container.marker = undefined;
    text += marker ?? container.indent;
  }
  return text;
}
