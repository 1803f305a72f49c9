/** A panel that is open below a comment, or at the top of the thread. */
export type Panel =
  | { readonly is: 'menu' | 'history' | 'update' | 'barred' }
  /** The form for a comment; a quoted piece comes into its draft. `restored` is a draft that was thrown away. */
  | { readonly is: 'reply'; readonly quote?: Quote; readonly restored?: object }
  | { readonly is: 'edit'; readonly restored?: object }
  /** A form of reasons; what was filled in is kept with it, for the way back to it. */
  | { readonly is: 'flag' | 'remove'; kept?: Readonly<Record<string, string>> }
  /** Asks for the terms of the site, then goes on with the act that needed them. */
  | {
      readonly is: 'terms';
      readonly terms: { readonly version: string; readonly url: string };
      readonly goOn: () => void;
    }
  /** Asks for a code, then goes on with the act that needed two factors. */
  | { readonly is: 'step-up'; readonly goOn: () => void }
  /** Signs in, then goes on with the act that needed it; `former` comes back in its place. */
  | { readonly is: 'sign-in'; readonly goOn: () => void; readonly former?: Panel | null };

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

/** A sentence about the last act, with the way back. */
export interface Told {
  readonly text: string;
  readonly undo?: () => void;
  readonly alert?: boolean;
  /** The draft that it would bring back, by its place. */
  readonly draft?: string;
}

export const TOP = 'top';
/** The place of the form for an update of the article. */
export const UPDATE = 'update';

/** The open panels and the notices, by place: the id of a comment, `TOP` or `UPDATE`. */
export class Panels {
  readonly told = new Map<string, Told>();
  /** The notice above the whole thread: the comment that it is about may be gone. */
  toasted: Told | null = null;
  /** Places whose form is being sent. */
  readonly sending = new Set<string>();
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

  /** Says it at a place, else above the thread. An act that failed leaves the form there as it is. */
  tell(place: string | undefined, told: Told): void {
    if (place === undefined) return this.toast(told);
    if (!told.alert || this.at(place)?.is === 'menu') this.open.delete(place);
    this.told.set(place, told);
    this.changed();
  }

  toast(told: Told | null): void {
    this.toasted = told;
    this.changed();
  }

  /** Takes a notice back, unless another one stands there by now. */
  untoast(told: Told): void {
    if (this.toasted === told) this.toast(null);
  }

  /** Forms that an account may not use give way to the reason. What was typed is kept. */
  bar(): void {
    for (const [place, { is }] of this.open)
      if (is === 'reply' || is === 'edit') this.open.set(place, { is: 'barred' });
    this.open.delete(TOP);
    this.changed();
  }

  /** Another text is written in place of one that was thrown away: that cannot come back any more. */
  rewrite(draft: string): void {
    if (this.toasted?.draft === draft) this.toast(null);
  }

  /** Another account is signed in. A form that is being sent stays until it is sent. */
  handOver(): void {
    for (const place of this.open.keys()) if (!this.sending.has(place)) this.open.delete(place);
    this.told.clear();
    this.toast(null);
  }

  /** The place of the form that was opened last; null when none is open. */
  get lastReply(): string | null {
    return [...this.open].findLast(([, { is }]) => is === 'reply')?.[0] ?? null;
  }

  /** Places that must stay in the page: something is being written there. */
  get places(): ReadonlySet<string> {
    return new Set(this.open.keys());
  }
}
