/** A panel that is open below a comment, or at the top of the thread. */
export type Panel =
  | { readonly is: 'edit' | 'menu' | 'flag' | 'remove' | 'history' | 'update' }
  /** Where one writes; a piece that is quoted comes into the draft. */
  | { readonly is: 'reply'; readonly quote?: Quote }
  /** Signs in, then goes on with what was wanted. */
  | { readonly is: 'sign-in'; readonly goOn: () => void };

/** A piece of a comment's Markdown, by its place in it. */
export interface Quote {
  readonly commentId: string;
  readonly version: number;
  readonly start: number;
  readonly end: number;
  /** As it was when it was quoted, to be shown in the draft. */
  readonly text: string;
  readonly name: string;
}

/** A sentence about what was just done, with the way back. */
export interface Told {
  readonly text: string;
  readonly undo?: () => void;
  readonly alert?: boolean;
}

export const TOP = 'top';
/** Where an update of the article is written. */
export const UPDATE = 'update';

/** Which panels are open, and what was told where: by the id of the comment, or `TOP`. */
export class Panels {
  readonly told = new Map<string, Told>();
  /** Of the whole thread, and above it: the comment that it is about may be gone. */
  toasted: Told | null = null;
  private readonly open = new Map<string, Panel>();

  constructor(private readonly changed: () => void) {}

  at(place: string): Panel | null {
    return this.open.get(place) ?? null;
  }

  show(place: string, panel: Panel): void {
    this.open.set(place, panel);
    this.told.delete(place);
    this.changed();
  }

  close(place: string): void {
    this.open.delete(place);
    this.changed();
  }

  toggle(place: string, panel: Panel): void {
    if (this.at(place)?.is === panel.is) this.close(place);
    else this.show(place, panel);
  }

  tell(place: string, told: Told): void {
    this.open.delete(place);
    this.told.set(place, told);
    this.changed();
  }

  toast(told: Told | null): void {
    this.toasted = told;
    this.changed();
  }

  /** Where a comment is written that was begun last; null when none is. */
  get lastReply(): string | null {
    return [...this.open].findLast(([, { is }]) => is === 'reply')?.[0] ?? null;
  }

  /** Places that must stay in the page: something is being written there. */
  get places(): ReadonlySet<string> {
    return new Set(this.open.keys());
  }
}
