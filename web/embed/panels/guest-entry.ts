import { type components, unwrap } from '@colloquy/client';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { publicApi } from '../../parts/service.js';
import { session } from '../../parts/session.js';
import { PanelElement } from './panel-element.js';

type Rule = components['schemas']['WaysView']['guests'];
type SignedIn = components['schemas']['SignedInView'];

/** Writes under a name without an account, where the site allows it. It stands within the form of the sign-in. */
export class GuestEntry extends PanelElement {
  static override properties: PropertyDeclarations = {
    rule: { state: true },
    isOpen: { state: true },
    entered: { attribute: false },
  };
  declare rule: Rule;
  declare isOpen: boolean;
  /** Called when the guest has a session. */
  declare entered: () => void;

  constructor() {
    super();
    this.rule = 'off';
    this.isOpen = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    publicApi.GET('/api/v1/auth/ways').then(
      ({ data }) => (this.rule = data?.guests ?? 'off'),
      () => undefined,
    );
  }

  protected override render(): unknown {
    const { t } = this.context.words;
    // A guest who signs in has an account in mind.
    if (this.rule === 'off' || session.user) return nothing;
    if (!this.isOpen)
      return html`<div class="buttons">
        <button type="button" class="quiet" @click=${this.open}>${t('guestWrite')}</button>
      </div>`;
    const id = `guest-${this.place}`;
    return html`<div class="field">
        <label for=${id}>${t('displayName')}</label>
        <input
          id=${id}
          type="text"
          autocomplete="nickname"
          aria-invalid=${this.fault === null ? nothing : 'true'}
          aria-describedby=${`${id}-hint`}
          @keydown=${this.typed}
        />
        <p class="hint" id=${`${id}-hint`}>
          ${t('guestHint')} ${this.rule === 'held' ? t('holdGuest') : nothing}
        </p>
        ${this.faultView()}
      </div>
      <div class="buttons">
        <button type="button" aria-disabled=${this.busy} @click=${() => void this.enter()}>
          ${t('guestWrite')}
        </button>
      </div>`;
  }

  private readonly open = async (): Promise<void> => {
    this.isOpen = true;
    await this.updateComplete;
    this.querySelector('input')?.focus();
  };

  /** Enter would send the form around it. */
  private readonly typed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    void this.enter();
  };

  private async enter(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const displayName = this.querySelector('input')!.value.trim();
    await this.attempt(async () => {
      await session.begin(async (kept) =>
        unwrap<SignedIn>(
          await publicApi.POST('/api/v1/auth/guest', {
            credentials: 'include',
            body: { displayName, ...(kept && { session: kept }) },
          }),
        ),
      );
      this.entered();
    });
    this.busy = false;
  }
}
