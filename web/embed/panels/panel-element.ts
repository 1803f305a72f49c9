import { LitElement, type PropertyDeclarations } from 'lit';
import type { ThreadContext } from '../discussion/context.js';

/** A part of the thread with a life of its own; it lives in the thread's shadow, with its styles. */
export class PanelElement extends LitElement {
  declare context: ThreadContext;
  declare place: string;
  static override properties: PropertyDeclarations = {
    context: { attribute: false },
    place: { attribute: false },
    busy: { state: true },
    fault: { state: true },
  };
  declare busy: boolean;
  declare fault: string | null;

  constructor() {
    super();
    this.busy = false;
    this.fault = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** The first field is where the reader goes on. */
  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('[autofocus]')?.focus();
  }

  protected close(): void {
    this.context.panels.close(this.place);
  }
}
