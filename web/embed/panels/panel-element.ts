import type { Comment } from '@colloquy/client';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import { session } from '../../parts/session.js';
import type { ThreadContext } from '../discussion/thread-context.js';
import { explain } from '../discussion/problem-words.js';
import {
  hasEnded,
  lacksFactor,
  problemOf,
  type SiteTerms,
  termsOf,
} from '../discussion/refusals.js';
import { barredText } from './barred-view.js';

/** A part of the thread with its own state; it uses the thread's shadow root and styles. */
export class PanelElement extends LitElement {
  static override properties: PropertyDeclarations = {
    // Each rendering passes the same object, whose content may have changed.
    context: { attribute: false, hasChanged: () => true },
    place: { attribute: false },
    comment: { attribute: false },
    left: { attribute: false },
    busy: { state: true },
    fault: { state: true },
  };
  declare context: ThreadContext;
  declare place: string;
  /** Null at the top of the thread. */
  declare comment: Comment | null;
  /** Called instead of closing the panel if this is part of one; may get the reason. */
  declare left: ((fault?: string | null) => void) | undefined;
  declare busy: boolean;
  declare fault: string | null;

  constructor() {
    super();
    this.busy = false;
    this.fault = null;
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      event.preventDefault();
      if (!this.busy) this.dismiss();
    });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** An element that is removed while it has the focus passes the focus to the first field. */
  protected override update(changed: PropertyValues): void {
    const active = (this.getRootNode() as ShadowRoot).activeElement;
    super.update(changed);
    if (active && !active.isConnected) this.firstField()?.focus();
  }

  protected firstField(): HTMLElement | null {
    return this.querySelector('textarea:not([hidden]), input, [tabindex]');
  }

  /** Focuses the first field. */
  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('[autofocus]')?.focus();
  }

  protected close(): void {
    if (this.left) this.left();
    else this.context.panels.close(this.place);
  }

  /** Escape closes the panel, and discards nothing that cannot be restored. */
  protected dismiss(): void {
    this.close();
  }

  protected cancel(): void {
    this.close();
  }

  /** A text that is being sent cannot be recalled, so the button is disabled meanwhile. */
  protected cancelView(): unknown {
    return html`<button
      type="button"
      class="quiet"
      aria-disabled=${this.busy ? 'true' : nothing}
      @click=${() => this.busy || this.cancel()}
    >
      ${this.context.words.t('cancel')}
    </button>`;
  }

  /** Sends a request, and shows the reason if it is refused. */
  protected async attempt(ask: () => Promise<void>): Promise<void> {
    this.fault = null;
    try {
      await ask();
    } catch (error) {
      await this.refused(error);
    }
  }

  /** @returns the refused field; null if the refusal concerns no field */
  protected async refused(error: unknown, isWritten = false): Promise<string | null> {
    const { text, field } = await explain(error, this.context.words, isWritten);
    this.fault = text;
    return field;
  }

  protected faultView(): unknown {
    return this.fault && html`<p class="fault" role="alert">${this.fault}</p>`;
  }
}

/** A panel that sends something. After an expired session a sign-in below it resends it. */
export abstract class FormElement extends PanelElement {
  static override properties: PropertyDeclarations = {
    signsIn: { state: true },
    unaccepted: { state: true },
    stepsUp: { state: true },
  };
  /** The terms that must be accepted first. */
  declare unaccepted: SiteTerms | null;
  /** Whether it waits for a second factor. */
  declare stepsUp: boolean;
  /** Whether it waits for a new sign-in. */
  declare signsIn: boolean;
  /** The account of the reader who fills in the form. */
  protected account: string | undefined;

  constructor() {
    super();
    this.signsIn = false;
    this.unaccepted = null;
    this.stepsUp = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.account = session.user?.id;
  }

  protected abstract formView(): unknown;
  protected abstract send(form: FormData): Promise<void>;

  protected get maySend(): boolean {
    return !this.busy;
  }

  /** Whether the reader has entered something. */
  protected get isWritten(): boolean {
    return false;
  }

  protected override render(): unknown {
    const again = () => {
      this.signsIn = false;
      if (session.user?.id === this.account) void this.go();
    };
    return html`${this.formView()}
    ${
      this.signsIn
        ? html`<colloquy-sign-in
            .context=${this.context}
            .place=${`${this.place}-again`}
            .goOn=${again}
            .left=${() => (this.signsIn = false)}
          ></colloquy-sign-in>`
        : nothing
    }
    ${
      this.unaccepted
        ? html`<colloquy-terms-ask
            .context=${this.context}
            .place=${`${this.place}-terms`}
            .terms=${this.unaccepted}
            .goOn=${() => void this.go()}
            .left=${() => (this.unaccepted = null)}
          ></colloquy-terms-ask>`
        : nothing
    }
    ${
      this.stepsUp
        ? html`<colloquy-step-up
            .context=${this.context}
            .place=${`${this.place}-step`}
            .goOn=${() => void this.go()}
            .left=${() => (this.stepsUp = false)}
          ></colloquy-step-up>`
        : nothing
    }`;
  }

  protected readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    await this.go();
  };

  private async go(): Promise<void> {
    if (!this.maySend) return;
    const form = new FormData(this.querySelector('form')!);
    const { sending } = this.context.panels;
    this.account = session.user?.id ?? this.account;
    this.busy = true;
    sending.add(this.place);
    await this.attempt(() => this.send(form));
    sending.delete(this.place);
    this.busy = false;
  }

  protected override async refused(error: unknown): Promise<string | null> {
    const field = await super.refused(error, this.isWritten);
    // Set last: a response to them sends the form again, and `go` does nothing while it is busy.
    this.signsIn = hasEnded(error) && this.account !== undefined;
    this.unaccepted = termsOf(error);
    this.stepsUp = lacksFactor(error);
    const { user } = session;
    if (user && this.account && user.id !== this.account)
      this.fault = this.context.words.t('problemSwitched');
    if (['account-suspended', 'banned'].includes(problemOf(error) ?? '')) {
      await this.context.findBarred().catch(() => undefined);
      this.fault = barredText(this.context) ?? this.fault;
    }
    return field;
  }

  /** The end of the form: the error and the buttons. */
  protected endView(send: string, between?: unknown): unknown {
    // Disabling the button while it sends would lose the focus.
    return html`${this.faultView()}
      <div class="buttons">
        <button
          class="main"
          ?disabled=${!this.maySend && !this.busy}
          aria-disabled=${this.busy ? 'true' : nothing}
        >
          ${send}
        </button>
        ${between} ${this.cancelView()}
      </div>`;
  }
}
