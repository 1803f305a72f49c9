/** A panel that is open below a comment, or at the top of the thread. */
export type Panel =
  | { readonly is: 'menu' | 'history' | 'update' | 'barred' }
  /** The comment form; `quote` is added to its draft. `restored` is a discarded draft. */
  | { readonly is: 'reply'; readonly quote?: Quote; readonly restored?: object }
  | { readonly is: 'edit'; readonly restored?: object }
  /** A form with reasons; its input is kept for reopening it. */
  | { readonly is: 'flag' | 'remove'; kept?: Readonly<Record<string, string>> }
  /** Asks for acceptance of the terms, then continues the act that required it. */
  | {
      readonly is: 'terms';
      readonly terms: { readonly version: string; readonly url: string };
      readonly goOn: () => void;
    }
  /** Asks for a code, then continues the act that required two factors. */
  | { readonly is: 'step-up'; readonly goOn: () => void }
  /** Signs in, then continues the act that required it; `former` is restored afterwards. */
  | { readonly is: 'sign-in'; readonly goOn: () => void; readonly former?: Panel | null };

/** A piece of a comment's Markdown, by its position. */
export interface Quote {
  readonly commentId: string;
  readonly version: number;
  readonly start: number;
  readonly end: number;
  /** The text when it was quoted, to be shown in the draft. */
  readonly text: string;
  readonly name: string;
}

/** A notice about the last act, with an undo. */
export interface Told {
  readonly text: string;
  readonly undo?: () => void;
  readonly alert?: boolean;
  /** The place of the draft that an undo would restore. */
  readonly draft?: string;
}

export const TOP = 'top';
/** The place of the form for an update of the article. */
export const UPDATE = 'update';

/** The open panels and the notices, by place: the id of a comment, `TOP` or `UPDATE`. */
export class Panels {
  readonly told = new Map<string, Told>();
  /** The notice above the whole thread, since its comment may no longer be shown. */
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

  /** Shows a notice at a place, or above the thread. A form of a failed act stays open. */
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

  /** Removes a notice, unless another one has replaced it. */
  untoast(told: Told): void {
    if (this.toasted === told) this.toast(null);
  }

  /** Replaces forms that the account may not use by the reason. Drafts are kept. */
  bar(): void {
    for (const [place, { is }] of this.open)
      if (is === 'reply' || is === 'edit') this.open.set(place, { is: 'barred' });
    this.open.delete(TOP);
    this.changed();
  }

  /** A new text replaces a discarded one, which can then no longer be restored. */
  rewrite(draft: string): void {
    if (this.toasted?.draft === draft) this.toast(null);
  }

  /** Another account is signed in. A form that is being sent stays until the response. */
  handOver(): void {
    for (const place of this.open.keys()) if (!this.sending.has(place)) this.open.delete(place);
    this.told.clear();
    this.toast(null);
  }

  /** The place of the most recently opened form; null if none is open. */
  get lastReply(): string | null {
    return [...this.open].findLast(([, { is }]) => is === 'reply')?.[0] ?? null;
  }

  /** Places that must stay rendered, because a form is open there. */
  get places(): ReadonlySet<string> {
    return new Set(this.open.keys());
  }
}
