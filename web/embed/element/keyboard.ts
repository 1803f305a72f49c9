import type { LitElement, ReactiveController } from 'lit';

/** The reader's position before a rendering. */
interface Place {
  readonly active: HTMLElement;
  /** The comment that it belongs to. */
  readonly id: string | null;
  /** The index of the comment among the rendered rows; -1 elsewhere. */
  readonly index: number;
  readonly inMenu: boolean;
  /** The enclosing part, which stays. */
  readonly within: string | null;
}

const FIELDS = 'textarea, input, select';

/**
 * Page Down and Page Up go from comment to comment, as in every feed; Escape closes a menu. If a
 * rendering removes the focused element, the nearest remaining one gets the focus.
 */
export class Keyboard implements ReactiveController {
  private before: Place | null = null;
  private lastId: string | null = null;

  constructor(private readonly host: LitElement) {
    host.addController(this);
    this.root.addEventListener('keydown', (event) => this.pressed(event as KeyboardEvent));
  }

  hostUpdate(): void {
    this.before = this.find();
    this.lastId = this.before?.id ?? this.lastId;
  }

  hostUpdated(): void {
    const { before } = this;
    if (!before || this.root.activeElement) return;
    const target = before.active.isConnected ? before.active : this.nearest(before);
    target?.focus({ preventScroll: true });
  }

  private get root(): ShadowRoot {
    return this.host.shadowRoot!;
  }

  private find(): Place | null {
    const active = this.root.activeElement;
    if (!(active instanceof HTMLElement)) return null;
    const line = active.closest<HTMLElement>('[data-id]');
    const lines = this.lines();
    return {
      active,
      id: line?.dataset.id ?? null,
      index: line ? lines.indexOf(line) : active.matches('.feed ~ .wide') ? lines.length : -1,
      inMenu: active.closest('.menu') !== null,
      within:
        ['.top', '.told-list', '.bar', '.publish', '.awaiting', '.head'].find((part) =>
          active.closest(part),
        ) ?? null,
    };
  }

  private nearest({ id, index, inMenu, within }: Place): HTMLElement | null {
    const find = (selector: string) => this.root.querySelector<HTMLElement>(selector);
    const lineOf = (of: string | null) => of && find(`[data-id="${CSS.escape(of)}"]`);
    const own = lineOf(id);
    if (own) return (inMenu && own.querySelector<HTMLElement>('.dots')) || own;
    const lines = this.lines();
    if (index >= 0 && lines.length > 0) return lines[Math.min(index, lines.length - 1)]!;
    const first = (part: string) =>
      find(`${part}[tabindex], ${part} :is(button, textarea, input, [tabindex])`);
    return (within ? first(within) : lineOf(this.lastId)) || first('.top') || find('#title');
  }

  private lines(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('.feed > [data-id]')];
  }

  private pressed(event: KeyboardEvent): void {
    const { key, ctrlKey, altKey, metaKey, shiftKey, defaultPrevented } = event;
    if (defaultPrevented || ctrlKey || altKey || metaKey || shiftKey) return;
    const target = event.target as HTMLElement;
    const line = target.closest<HTMLElement>('[data-id]');
    if (!line) return;
    const by = key === 'PageDown' ? 1 : key === 'PageUp' ? -1 : 0;
    const next = by && !target.matches(FIELDS) && this.lineBeside(line, by);
    const close = key === 'Escape' && line.querySelector<HTMLElement>('.menu > :last-child');
    if (!next && !close) return;
    event.preventDefault();
    if (next) next.focus();
    else if (close) close.click();
  }

  /** The next comment, skipping buttons for replies that are not loaded. */
  private lineBeside(line: HTMLElement, by: number): HTMLElement | undefined {
    const comments = this.lines().filter((each) => each === line || each.matches('.comment'));
    return comments[comments.indexOf(line) + by];
  }
}
