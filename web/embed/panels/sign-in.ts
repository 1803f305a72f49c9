import { type components, unwrap } from '@colloquy/client';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { service } from '../../parts/service.js';
import { session } from '../../parts/session.js';
import { FormElement } from './panel-element.js';

type SignedIn = components['schemas']['SignedInView'];

/** Signs in or makes an account, where the reader is, and goes on with what they wanted. */
export class SignIn extends FormElement {
  static override properties: PropertyDeclarations = {
    isNew: { state: true },
    goOn: { attribute: false },
  };
  declare isNew: boolean;
  declare goOn: () => void;

  protected override render(): unknown {
    const { t } = this.context.words;
    return html`<form class="panel sign-in" part="sign-in" @submit=${this.submit}>
      <div class="tabs" role="group" aria-label=${t('signIn')}>
        <button type="button" aria-pressed=${!this.isNew} @click=${() => (this.isNew = false)}>
          ${t('signIn')}
        </button>
        <button
          type="button"
          aria-pressed=${this.isNew === true}
          @click=${() => (this.isNew = true)}
        >
          ${t('register')}
        </button>
      </div>
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
      ${this.endView(t(this.busy ? 'sending' : this.isNew ? 'register' : 'signIn'))}
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
    const id = `${name}-${this.place}`;
    const optional = name === 'displayName';
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        name=${name}
        type=${type}
        autocomplete=${autocomplete}
        ?required=${!optional}
        ?autofocus=${name === 'login'}
        autocapitalize="none"
        aria-describedby=${hint ? `${id}-hint` : nothing}
      />
      ${hint ? html`<p class="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
    </div>`;
  }

  protected override async send(form: FormData): Promise<void> {
    const value = (name: string) => (form.get(name) as string | null) ?? '';
    const { goOn } = this;
    const username = value('username').trim();
    const displayName = value('displayName').trim();
    await session.begin(async (kept) => {
      const common = { password: value('password'), ...(kept && { session: kept }) };
      // Asked once more, a new reader has the account already.
      const answer =
        this.isNew && kept
          ? await service.api.POST('/api/v1/auth/register', {
              credentials: 'include',
              body: {
                email: value('email').trim(),
                username,
                ...(displayName && { displayName }),
                ...common,
              },
            })
          : await service.api.POST('/api/v1/auth/login', {
              credentials: 'include',
              body: { login: value('login').trim() || username, ...common },
            });
      return unwrap<SignedIn>(answer);
    });
    this.close();
    this.context.say('signedIn');
    goOn();
  }
}
