import type { Comment } from '@colloquy/client';
import { html, LitElement, type PropertyDeclarations } from 'lit';
import type { ThreadContext } from '../discussion/thread-context.js';
import { problemText } from '../discussion/problem-words.js';

/** A part of the thread with a state of its own; it lives in the thread's shadow, with its styles. */
export class PanelElement extends LitElement {
  static override properties: PropertyDeclarations = {
    // Each rendering of the thread gives the same one, and it may say something else by then.
    context: { attribute: false, hasChanged: () => true },
    place: { attribute: false },
    comment: { attribute: false },
    busy: { state: true },
    fault: { state: true },
  };
  declare context: ThreadContext;
  declare place: string;
  /** Null at the top of the thread. */
  declare comment: Comment | null;
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

  /** Asks something of the service, and shows why it was refused. */
  protected async attempt(ask: () => Promise<void>): Promise<void> {
    this.fault = null;
    try {
      await ask();
    } catch (error) {
      this.refused(error);
    }
  }

  protected refused(error: unknown): void {
    this.fault = problemText(error, this.context.words);
  }

  protected faultView(): unknown {
    return this.fault && html`<p class="fault" role="alert">${this.fault}</p>`;
  }
}

/** A panel that sends something. */
export abstract class FormElement extends PanelElement {
  protected abstract send(form: FormData): Promise<void>;

  protected get maySend(): boolean {
    return !this.busy;
  }

  protected cancel(): void {
    this.close();
  }

  protected readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!this.maySend) return;
    const form = new FormData(this.querySelector('form')!);
    this.busy = true;
    await this.attempt(() => this.send(form));
    this.busy = false;
  };

  /** The end of the form: what went wrong, and the buttons. */
  protected endView(send: string, between?: unknown): unknown {
    return html`${this.faultView()}
      <div class="buttons">
        <button class="main" ?disabled=${!this.maySend}>${send}</button>
        ${between}
        <button type="button" class="quiet" @click=${() => this.cancel()}>
          ${this.context.words.t('cancel')}
        </button>
      </div>`;
  }
}
