import { isUnderWay, press } from '../account/press.js';
import { say, tell } from '../account/sentences.js';
import { Refused } from '../account/service-requests.js';
import { takeFromAddress } from '../account/token.js';
import {
  begin as setUpApp,
  end,
  endOthers,
  forget,
  type How,
  load,
  showCodes,
  showWho,
  takeImported,
} from './own-account.js';
import { erase, keep, take } from './own-data.js';
import { part, show } from './parts.js';
import { addPasskey, signInByPasskey } from './passkeys.js';
import { signInByProvider } from './providers.js';
import { call, held, type SignedIn } from './service-calls.js';

type Fields = Readonly<Record<string, string>>;
/** The name of the sentence for the outcome of an act; null if the page itself shows it. */
type Outcome = Promise<string | null>;

/** After these problems the user must sign in again. */
const ENDED: ReadonlySet<string> = new Set([
  'fresh-sign-in-required',
  'challenge-not-valid',
  'session-ended',
  'token-expired',
  'invalid-token',
]);

const STATES = ['sign-in', 'by-site', 'second', 'account'] as const;

const { origin: asking } = part('window')?.dataset ?? {};
let challenge: string | null = null;
/** The first step of the sign-in that the challenge belongs to. */
let cameBy: How = 'password';
let siteToken: string | null = null;
/** The token of a link that was opened during another request. */
let arrived: string | null = null;

const FORMS: Readonly<Record<string, (fields: Fields) => Outcome>> = {
  login: async (fields) => {
    cameBy = 'password';
    return enter(await call('POST', 'auth/login', fields), cameBy);
  },
  verify: async ({ code }) =>
    enter(await call('POST', 'auth/totp/verify', { challenge, code }), cameBy),
  confirm: async (fields) => {
    showCodes(await call('POST', 'auth/totp/confirm', fields));
    await load();
    return 'on';
  },
  'step-up': async (fields) => {
    await call('POST', 'auth/totp/step-up', fields);
    await load();
    return 'stepped-up';
  },
  renew: async (fields) => {
    showCodes(await call('POST', 'auth/totp/recovery-codes', fields));
    await load();
    return null;
  },
  remove: async (fields) => {
    await call('POST', 'auth/totp/remove', fields);
    show('recovery', false);
    await load();
    return 'off';
  },
  erase: async (fields) => {
    const sentence = await erase(fields);
    leave();
    return sentence;
  },
  'add-passkey': async ({ name }) => {
    await addPasskey(name!);
    await load();
    return 'added';
  },
  address: async (fields) => {
    await call('PUT', 'users/me/email', fields);
    return 'mailed';
  },
  language: async (fields) => {
    await call('PATCH', 'users/me', fields);
    await load();
    return 'saved';
  },
};

const ACTS: Readonly<Record<string, (id: string) => Outcome>> = {
  passkey: async () => enter(await signInByPasskey(), 'passkey'),
  provider: async (id) => {
    cameBy = 'site';
    return enter(await signInByProvider(id), cameBy);
  },
  site: async () => {
    const token = siteToken;
    siteToken = null;
    showOnly('sign-in');
    return enter(await call('POST', 'auth/sso', { token }), 'site');
  },
  begin: setUpApp,
  'remove-passkey': async (id) => {
    await call('POST', `auth/passkeys/${id}/remove`);
    await load();
    return 'removed';
  },
  unlink: async (id) => {
    await call('POST', `auth/links/${id}/remove`);
    await load();
    return 'unlinked';
  },
  end,
  take,
  keep: async () => {
    const sentence = await keep();
    await load();
    return sentence;
  },
  'end-others': endOthers,
  'take-imported': takeImported,
  leave: async () => {
    leave();
    return 'signed-out';
  },
};

/** Shows the account after a sign-in; in a window, passes the session to its opener. */
async function enter({ user, accessToken, refreshToken }: SignedIn, how: How): Outcome {
  if (asking) {
    // The opener may be closed by now.
    const { opener: page } = window as { opener: Window | null };
    page?.postMessage({ type: 'colloquy:signed-in', refreshToken }, asking);
    close();
    return null;
  }
  held.token = accessToken;
  showWho(user, how);
  try {
    await load();
  } catch (error) {
    leave();
    throw error;
  }
  showOnly('account');
  part('account')!.querySelector('button')!.focus();
  return null;
}

/** Ends the session of the page. */
function leave(): void {
  if (held.token !== null) void call('POST', 'auth/logout', undefined, true).catch(() => undefined);
  held.token = null;
  forget();
  showOnly('sign-in');
}

function showOnly(name: (typeof STATES)[number]): void {
  for (const one of STATES) show(one, one === name);
}

async function run(work: () => Outcome, button: HTMLElement): Promise<void> {
  const sentence = await press(button, () => work().catch(explain));
  if (sentence === undefined) return;
  if (arrived !== null) return begin(arrived);
  if (sentence !== null) tell(sentence);
}

function explain(error: unknown): string | null {
  if (!(error instanceof Refused)) {
    // A bug in this page.
    // oxlint-disable-next-line no-console
    console.error(error);
    return 'failed';
  }
  if (error.challenge !== null) {
    challenge = error.challenge;
    forget();
    showOnly('second');
    part('second')!.querySelector('input')!.focus();
    return null;
  }
  if (ENDED.has(error.say)) {
    leave();
    return 'fresh-sign-in-required';
  }
  return error.rule ?? error.say;
}

/** A press is required after a link of the host site: anybody's link could sign one in. */
function begin(token: string | null): void {
  siteToken = token;
  arrived = challenge = null;
  if (held.token === null) forget();
  else leave();
  showOnly(siteToken === null ? 'sign-in' : 'by-site');
  part(siteToken === null ? 'sign-in' : 'by-site')!
    .querySelector<HTMLElement>('input, button')!
    .focus();
}

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(form)) as Fields;
  const button = form.querySelector('button')!;
  void run(async () => {
    const sentence = await FORMS[form.dataset.form!]!(fields);
    form.reset();
    return sentence;
  }, button);
});

document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('[data-act]');
  if (button) void run(() => ACTS[button.dataset.act!]!(button.dataset.id ?? ''), button);
});

addEventListener('pagehide', () => {
  if (held.token !== null) leave();
});

if (part('window')) {
  if (asking && opener) show('window', true);
  else say('foreign-opener');
} else {
  show('by-passkey', 'PublicKeyCredential' in window);
  begin(takeFromAddress('sso'));
  // Another link of the site may be opened in the same tab.
  addEventListener('hashchange', () => {
    const token = takeFromAddress('sso');
    if (token !== null && isUnderWay()) arrived = token;
    else if (token !== null) begin(token);
  });
}
