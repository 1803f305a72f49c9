import { type components, unwrap } from '@colloquy/client';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { publicApi, service } from '../../parts/service.js';
import { openWindow } from '../../parts/windows.js';
import { SERVICE_URL } from '../../parts/service-url.js';
import { session } from '../../parts/session.js';
import { openBySite } from '../../parts/site-sign-in.js';
import { problemOf } from '../discussion/refusals.js';
import type { Localizer } from '../words/localizer.js';
import { FormElement } from './panel-element.js';
import { type Way, wayByPasskey, waysView } from './sign-in-ways.js';

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
  };
  /** The challenge token from the first step. */
  declare challenge: string;
  /** Called with the refresh token of the session that the code has started. */
  declare taken: (refreshToken: string) => Promise<void>;

  protected override formView(): unknown {
    const { t } = this.context.words;
    return html`<form class="panel sign-in" part="sign-in" @submit=${this.submit}>
      ${codeField(this.place, this.context.words)}
      ${this.endView(t(this.busy ? 'sending' : 'signIn'))}
    </form>`;
  }

  /** The token comes in the body: a code works once, so a refused cookie could not be retried. */
  protected override async send(form: FormData): Promise<void> {
    const body = { challenge: this.challenge, code: (form.get('code') as string).trim() };
    const answer = await publicApi.POST('/api/v1/auth/totp/verify', { body });
    const { refreshToken } = unwrap<SignedIn>(answer);
    await this.taken(refreshToken!);
  }

  protected override async refused(error: unknown): Promise<string | null> {
    const field = await super.refused(error);
    // The challenge has expired, or the password has changed: the first step must be repeated.
    if (problemOf(error) === 'challenge-not-valid') this.left?.(this.fault);
    this.querySelector('input')?.focus();
    return field;
  }
}

/** Asks for a second factor in a session with one, then continues the interrupted act. */
export class StepUp extends FormElement {
  static override properties: PropertyDeclarations = {
    goOn: { attribute: false },
    hasApp: { state: true },
  };
  declare goOn: () => void;
  /** Whether the account may have an app for codes. */
  declare hasApp: boolean;
  private ends: AbortController | undefined;

  constructor() {
    super();
    this.hasApp = true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ends = new AbortController();
    service.api.GET('/api/v1/auth/factors').then(
      ({ data }) => data && (this.hasApp = data.totpSince !== null),
      () => undefined,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ends?.abort();
  }

  protected override formView(): unknown {
    const { words } = this.context;
    const { t, language } = words;
    const page = `${SERVICE_URL}/account/security?lang=${encodeURIComponent(language)}`;
    return html`<form class="panel sign-in" part="sign-in" @submit=${this.submit}>
      <p>${t('stepUpAsk')}</p>
      ${this.hasApp ? codeField(this.place, words) : nothing}
      ${waysView(wayByPasskey(words), (...way) => this.visit(...way))}
      <p class="hint">
        <a
          href=${page}
          target="_blank"
          rel="noopener"
          @click=${(event: Event) => openPage(event, page)}
          >${t('stepUpNone')}</a
        >
      </p>
      ${this.hasApp ? this.endView(t(this.busy ? 'sending' : 'stepUp')) : this.leaveView()}
    </form>`;
  }

  private leaveView(): unknown {
    return html`${this.faultView()}
      <div class="buttons">${this.cancelView()}</div>`;
  }

  protected override async send(form: FormData): Promise<void> {
    const body = { code: (form.get('code') as string).trim() };
    unwrap(await service.api.POST('/api/v1/auth/totp/step-up', { body }));
    this.finish();
  }

  /** A passkey counts as two factors; its sign-in continues in a new session. */
  private visit(...[address, name]: Way): void {
    const opened = openWindow(address, this.ends!.signal, ({ type, refreshToken = '' }) => {
      if (type === 'colloquy:signed-in') void this.takeOver(refreshToken);
    });
    this.fault = opened ? null : this.context.words.t('windowBlocked', { name });
  }

  private async takeOver(refreshToken: string): Promise<void> {
    const { words } = this.context;
    const isTaken = await session.take(refreshToken);
    if (isTaken && session.user?.id === this.account) return this.finish();
    await words.need('problems').catch(() => undefined);
    this.fault = words.t(isTaken ? 'problemSwitched' : 'problemNetwork');
  }

  private finish(): void {
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

/** Readers whom the site signs in have no other way in: the page gets the site token. */
function openPage(event: Event, page: string): void {
  if (!session.site) return;
  event.preventDefault();
  void openBySite(session.site, page);
}
