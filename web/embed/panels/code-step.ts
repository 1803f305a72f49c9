import { type components, unwrap } from '@colloquy/client';
import { html, type PropertyDeclarations } from 'lit';
import { publicApi, service } from '../../parts/service.js';
import { SERVICE_URL } from '../../parts/service-url.js';
import { problemOf } from '../discussion/thread-changes.js';
import type { Localizer } from '../words/localizer.js';
import { FormElement } from './panel-element.js';

type SignedIn = components['schemas']['SignedInView'];

function codeField(place: string, { t }: Localizer): unknown {
  const id = `code-${place}`;
  return html`<div class="field">
    <label for=${id}>${t('code')}</label>
    <input
      id=${id}
      name="code"
      autocomplete="one-time-code"
      autocapitalize="none"
      required
      autofocus
      aria-describedby=${`${id}-hint`}
    />
    <p class="hint" id=${`${id}-hint`}>${t('codeHint')}</p>
  </div>`;
}

/** The second step of a sign-in: a code of an app, or a recovery code. */
export class CodeStep extends FormElement {
  static override properties: PropertyDeclarations = {
    challenge: { attribute: false },
    taken: { attribute: false },
    left: { attribute: false },
  };
  /** What the first step was answered with. */
  declare challenge: string;
  /** Called with what renews the session that the code has opened. */
  declare taken: (refreshToken: string) => Promise<void>;
  /** Called where the first step is to be done again, and why. */
  declare left: (fault: string | null) => void;

  protected override formView(): unknown {
    const { t } = this.context.words;
    return html`<form class="panel sign-in" part="sign-in" @submit=${this.submit}>
      ${codeField(this.place, this.context.words)}
      ${this.endView(t(this.busy ? 'sending' : 'signIn'))}
    </form>`;
  }

  protected override close(): void {
    this.left(null);
  }

  /** The token comes in the body: a code works once, so it cannot be asked once more for another place. */
  protected override async send(form: FormData): Promise<void> {
    const body = { challenge: this.challenge, code: (form.get('code') as string).trim() };
    const answer = await publicApi.POST('/api/v1/auth/totp/verify', { body });
    const { refreshToken } = unwrap<SignedIn>(answer);
    await this.taken(refreshToken!);
  }

  protected override async refused(error: unknown): Promise<string | null> {
    const field = await super.refused(error);
    // It has ended, or the password has changed: the first step is to be done again.
    if (problemOf(error) === 'challenge-not-valid') this.left(this.fault);
    this.querySelector('input')?.focus();
    return field;
  }
}

/** Asks for a code in a session of one factor, and goes on with what that stopped. */
export class StepUp extends FormElement {
  static override properties: PropertyDeclarations = {
    goOn: { attribute: false },
    left: { attribute: false },
  };
  declare goOn: () => void;
  /** Called in place of the closing of a panel, where it stands within one. */
  declare left: (() => void) | undefined;

  protected override formView(): unknown {
    const { t, language } = this.context.words;
    const page = `${SERVICE_URL}/account/security?lang=${encodeURIComponent(language)}`;
    return html`<form class="panel sign-in" part="sign-in" @submit=${this.submit}>
      <p>${t('stepUpAsk')}</p>
      ${codeField(this.place, this.context.words)}
      <p class="hint"><a href=${page} target="_blank" rel="noopener">${t('stepUpNone')}</a></p>
      ${this.endView(t(this.busy ? 'sending' : 'stepUp'))}
    </form>`;
  }

  protected override close(): void {
    if (this.left) this.left();
    else super.close();
  }

  protected override async send(form: FormData): Promise<void> {
    const body = { code: (form.get('code') as string).trim() };
    unwrap(await service.api.POST('/api/v1/auth/totp/step-up', { body }));
    const { goOn } = this;
    this.close();
    goOn();
  }

  protected override async refused(error: unknown): Promise<string | null> {
    const field = await super.refused(error);
    this.querySelector('input')?.focus();
    return field;
  }
}
