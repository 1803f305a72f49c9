import { type components, unwrap } from '@colloquy/client';
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import { publicApi } from '../../parts/service.js';
import { session } from '../../parts/session.js';
import { type SiteTerms, termsOf } from '../discussion/refusals.js';
import { PanelElement } from './panel-element.js';
import { TERMS_BOX, termsBox } from './terms-box.js';

type Ways = components['schemas']['WaysView'];
type SignedIn = components['schemas']['SignedInView'];

/** Lets a guest write under a name, if the site allows it. It is part of the sign-in form. */
export class GuestEntry extends PanelElement {
  static override properties: PropertyDeclarations = {
    rule: { attribute: false },
    terms: { attribute: false },
    present: { state: true },
    termsFault: { state: true },
    isOpen: { state: true },
    entered: { attribute: false },
  };
  declare rule: Ways['guests'];
  /** Set to the same value at each rendering of the parent. */
  declare terms: SiteTerms | null;
  /** The version to accept: the terms may have changed while they were read. */
  declare present: SiteTerms | null;
  declare termsFault: string | null;
  declare isOpen: boolean;
  /** Called when the guest has a session. */
  declare entered: () => void;

  constructor() {
    super();
    this.rule = 'off';
    this.terms = this.present = null;
    this.termsFault = null;
    this.isOpen = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('terms')) this.present = this.terms;
  }

  protected override render(): unknown {
    const { t } = this.context.words;
    // A named guest who signs in wants an account.
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
      ${termsBox(this.present, this.context.words, { fault: this.termsFault, isApart: true })}
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

  /** Enter would send the enclosing form. */
  private readonly typed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    void this.enter();
  };

  private async enter(): Promise<void> {
    const box = this.querySelector<HTMLInputElement>(`[name=${TERMS_BOX}]`);
    if (this.busy || box?.reportValidity() === false) return;
    this.busy = true;
    this.termsFault = null;
    const termsVersion = box?.value;
    const displayName = this.querySelector('input')!.value.trim();
    await this.attempt(async () => {
      await session.begin(async (kept) =>
        unwrap<SignedIn>(
          await publicApi.POST('/api/v1/auth/guest', {
            credentials: 'include',
            body: {
              displayName,
              ...(termsVersion && { termsVersion }),
              ...(kept && { session: kept }),
            },
          }),
        ),
      );
      this.entered();
    });
    this.busy = false;
  }

  /** The terms have changed since they were shown. */
  protected override async refused(error: unknown): Promise<string | null> {
    const terms = termsOf(error);
    if (!terms) return super.refused(error);
    this.present = terms;
    this.termsFault = this.context.words.t('termsChanged');
    const box = this.querySelector<HTMLInputElement>(`[name=${TERMS_BOX}]`);
    if (box) box.checked = false;
    return null;
  }
}
