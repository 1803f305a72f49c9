import { type components, ProblemError, unwrap } from '@colloquy/client';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { publicApi } from '../../parts/service.js';
import { openWindow } from '../../parts/windows.js';
import { session } from '../../parts/session.js';
import type { SignedIn } from '../../parts/session-requests.js';
import type { Panel } from '../discussion/open-panels.js';
import { problemOf, type SiteTerms, termsOf } from '../discussion/refusals.js';
import { FormElement } from './panel-element.js';
import { fieldView } from './sign-in-field.js';
import { forgotView, mailedView } from './sign-in-hints.js';
import { siteAddress, wayBy, waysOf, waysView } from './sign-in-ways.js';
import { TERMS_BOX, termsBox } from './terms-box.js';

type Provider = components['schemas']['OidcProviderView'];
type Rule = components['schemas']['WaysView']['guests'];

/** Signs in or creates an account in place, then continues the reader's act. */
export class SignIn extends FormElement {
  static override properties: PropertyDeclarations = {
    isNew: { state: true },
    faulty: { state: true },
    mailedTo: { state: true },
    goOn: { attribute: false },
    former: { attribute: false },
    providers: { state: true },
    guests: { state: true },
    terms: { state: true },
    challenge: { state: true },
  };
  declare isNew: boolean;
  /** The refused field. */
  declare faulty: string | null;
  /** The address to which a link was mailed, to be opened before the first sign-in. */
  declare mailedTo: string | null;
  declare goOn: () => void;
  /** The panel that was open at this place, which is restored afterwards. */
  declare former: Panel | null | undefined;
  /** Other sites that sign readers in. */
  declare providers: readonly Provider[];
  declare guests: Rule;
  /** The terms that a new account accepts; null if the site has none. */
  declare terms: SiteTerms | null;
  /** The token for the second step of a sign-in. */
  declare challenge: string | null;
  private ends: AbortController | undefined;

  constructor() {
    super();
    this.providers = [];
    this.guests = 'off';
    this.terms = null;
    this.isNew = false;
    this.faulty = null;
    this.mailedTo = null;
    this.challenge = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ends = new AbortController();
    if (siteAddress(this) !== null) return;
    publicApi.GET('/api/v1/auth/oidc').then(
      ({ data }) => (this.providers = data?.items ?? []),
      () => undefined,
    );
    publicApi.GET('/api/v1/auth/ways').then(
      ({ data }) => data && ({ guests: this.guests, terms: this.terms } = data),
      () => undefined,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ends?.abort();
  }

  protected override formView(): unknown {
    const { t } = this.context.words;
    const site = siteAddress(this);
    if (site !== null)
      return html`<form class="panel sign-in" part="sign-in">
        <div class="buttons">
          <a class="main" href=${site} autofocus>${t('signIn')}</a>
          ${this.cancelView()}
        </div>
      </form>`;
    if (this.challenge !== null)
      return html`<colloquy-code-step
        .context=${this.context}
        .place=${this.place}
        .challenge=${this.challenge}
        .taken=${(refreshToken: string) => this.takeOver(refreshToken)}
        .left=${(fault: string | null = null) => Object.assign(this, { challenge: null, fault })}
      ></colloquy-code-step>`;
    return html`<form
      class="panel sign-in"
      part="sign-in"
      @submit=${this.submit}
      @input=${this.typed}
    >
      <div class="tabs" role="group" aria-label=${t('signIn')}>
        <button type="button" aria-pressed=${!this.isNew} @click=${() => this.turn(false)}>
          ${t('signIn')}
        </button>
        <button type="button" aria-pressed=${this.isNew} @click=${() => this.turn(true)}>
          ${t('register')}
        </button>
      </div>
      ${mailedView(this.mailedTo, this.context.words)}
      ${
        this.isNew
          ? html`${this.field('email', t('email'), 'email', 'email')}
            ${this.field('username', t('username'), 'text', 'username', t('usernameHint'))}
            ${this.field('displayName', t('displayName'), 'text', 'name', t('displayNameHint'))}`
          : this.field('login', t('login'), 'text', 'username')
      }
      ${this.field(
        'password',
        t('password'),
        'password',
        this.isNew ? 'new-password' : 'current-password',
        this.isNew ? t('passwordHint') : '',
      )}
      ${this.isNew ? termsBox(this.terms, this.context.words, { fault: this.faultOf(TERMS_BOX) }) : forgotView(this.context.words)}
      ${this.endView(t(this.busy ? 'sending' : this.isNew ? 'register' : 'signIn'))}
      ${waysView(
        this.isNew ? this.providers.map(wayBy) : waysOf(this.providers, this.context.words),
        (address, name) => this.visit(address, name),
      )}
      <colloquy-guest-entry
        .context=${this.context}
        .place=${this.place}
        .rule=${this.guests}
        .terms=${this.terms}
        .entered=${() => this.finish()}
        .left=${() => this.close()}
      ></colloquy-guest-entry>
      <p class="hint">${t('storageHint')}</p>
    </form>`;
  }

  private field(
    name: string,
    label: string,
    type: string,
    autocomplete: string,
    hint = '',
  ): unknown {
    return fieldView({ name, label, type, autocomplete, hint }, this.place, this.faultOf(name));
  }

  private faultOf(name: string): string | null {
    return this.faulty === name ? this.fault : null;
  }

  /** The fault of a field is shown at the field. */
  protected override faultView(): unknown {
    return this.faulty === null ? super.faultView() : nothing;
  }

  /** A service window leads to the provider or asks for a passkey, and reports the result. */
  private visit(address: string, name: string): void {
    const { t } = this.context.words;
    this.faulty = null;
    const opened = openWindow(
      address,
      this.ends!.signal,
      ({ type, refreshToken = '', challenge = '' }) => {
        if (type === 'colloquy:signed-in') void this.takeOver(refreshToken);
        if (type === 'colloquy:second-factor') this.challenge = challenge;
        if (type === 'colloquy:sign-in-failed') this.fault = t('providerFailed', { name });
      },
    );
    this.fault = opened ? null : t('windowBlocked', { name });
  }

  private async takeOver(refreshToken: string): Promise<void> {
    if (await session.take(refreshToken)) return this.finish();
    // Its code works once, so the first step must be repeated.
    this.challenge = null;
    this.fault = this.context.words.t('problemNetwork');
  }

  private finish(): void {
    const { goOn } = this;
    this.close();
    this.context.say('signedIn');
    goOn();
  }

  private turn(isNew: boolean): void {
    if (this.isNew === isNew) return;
    this.isNew = isNew;
    this.fault = null;
    this.mailedTo = null;
    // A password that was typed for one account must not be sent for another.
    this.querySelector<HTMLInputElement>('[name=password]')!.value = '';
  }

  private readonly typed = ({ target }: Event): void => {
    if ((target as HTMLInputElement).name === this.faulty) this.fault = null;
  };

  protected override async refused(error: unknown): Promise<string | null> {
    this.faulty = null;
    const told = await super.refused(error);
    const terms = termsOf(error);
    if (terms) await this.showTerms(terms);
    const field =
      problemOf(error) === 'invalid-credentials' ? 'password' : terms ? TERMS_BOX : told;
    const input =
      field && this.querySelector<HTMLInputElement>(`input[name="${CSS.escape(field)}"]`);
    if (!input) return null;
    this.faulty = field;
    await this.updateComplete;
    input.focus();
    return field;
  }

  /** Shows the changed terms: nobody accepts terms that they have not seen. */
  private async showTerms(terms: SiteTerms): Promise<void> {
    this.terms = terms;
    this.unaccepted = null;
    this.fault = this.context.words.t('termsChanged');
    await this.updateComplete;
    this.querySelector<HTMLInputElement>(`[name=${TERMS_BOX}]`)!.checked = false;
  }

  protected override close(): void {
    const { place, former } = this;
    super.close();
    if (former) this.context.panels.show(place, former);
  }

  protected override async send(form: FormData): Promise<void> {
    const value = (name: string) => (form.get(name) as string | null) ?? '';
    const username = value('username').trim();
    const displayName = value('displayName').trim();
    const termsVersion = value(TERMS_BOX);
    const begin = async (kept?: 'cookie') => {
      const common = { password: value('password'), ...(kept && { session: kept }) };
      // In a second attempt, a new reader already has the account.
      const answer =
        this.isNew && kept
          ? await publicApi.POST('/api/v1/auth/register', {
              credentials: 'include',
              body: {
                email: value('email').trim(),
                username,
                ...(displayName && { displayName }),
                ...(termsVersion && { termsVersion }),
                ...common,
              },
            })
          : await publicApi.POST('/api/v1/auth/login', {
              credentials: 'include',
              body: { login: value('login').trim() || username, ...common },
            });
      if (answer.response.status === 202) throw new MailFirst();
      return unwrap<SignedIn>(answer as Parameters<typeof unwrap<SignedIn>>[0]);
    };
    try {
      await session.begin(begin);
    } catch (error) {
      if (error instanceof MailFirst) return this.waitForMail(value('email').trim(), username);
      const challenge = error instanceof ProblemError ? error.problem.challenge : undefined;
      if (challenge === undefined) throw error;
      this.challenge = challenge;
      return;
    }
    this.finish();
  }

  /**
   * The reader opens the link of the mail, comes back, and signs in with the chosen password. The
   * sign-in uses the user name, since the account has no address before that.
   */
  private async waitForMail(email: string, username: string): Promise<void> {
    this.isNew = false;
    this.mailedTo = email;
    await this.updateComplete;
    this.querySelector<HTMLInputElement>('[name=login]')!.value = username;
    this.querySelector<HTMLElement>('.mailed')!.focus();
  }
}

/** The address of a new account must be confirmed first: there is no session yet. */
class MailFirst extends Error {}
