import { timeOf } from '../account/times.js';
import { loadErasure } from './own-data.js';
import { fill, part, show } from './parts.js';
import { call, type SignedIn } from './service-calls.js';

/** How the user has signed in on this page. */
export type How = 'password' | 'passkey' | 'site';

interface Factors {
  password: boolean;
  totpSince: string | null;
  recoveryCodesLeft: number;
  required: boolean;
  secondFactor: boolean;
}

interface Passkey {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
}

interface Link {
  id: string;
  name: string;
  since: string;
  origin: boolean;
}

interface Session {
  id: string;
  device: string | null;
  lastUsedAt: string;
  secondFactor: boolean;
  current: boolean;
}

const { lastUsed, unknown, thisOne, byTwo } =
  document.querySelector<HTMLElement>('.account')!.dataset;

/** Shows the signed-in account, and the way of the sign-in. */
export function showWho({ username, displayName, role }: SignedIn['user'], how: How): void {
  part('username')!.textContent = username;
  const words = document.querySelector('.account')!;
  const said = [words.getAttribute(`data-role-${role}`), words.getAttribute(`data-how-${how}`)];
  part('who')!.textContent = [displayName, ...said].join(', ');
}

/** Shows the current sign-in factors of the account. */
export async function load(): Promise<void> {
  const [factors, passkeys, links, sessions, me, imported] = await Promise.all([
    call<Factors>('GET', 'auth/factors'),
    call<{ available: boolean; items: Passkey[] }>('GET', 'auth/passkeys'),
    call<{ items: Link[] }>('GET', 'auth/links'),
    call<{ items: Session[] }>('GET', 'users/me/sessions?limit=100'),
    call<{ language: string; email: string | null }>('GET', 'users/me'),
    call<{ comments: number }>('GET', 'users/me/imported'),
  ]);
  const { totpSince, secondFactor } = factors;
  show('required', factors.required && !secondFactor);
  show('app-off', totpSince === null);
  show('app-on', totpSince !== null);
  forgetSecret();
  show('stepping-up', !secondFactor);
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name=current]'))
    input.disabled = !factors.password;
  show('has-password', factors.password);
  await loadErasure(factors.password);
  part('left')!.textContent = String(factors.recoveryCodesLeft);
  show('passkeys-here', passkeys.available);
  show('no-passkeys', !passkeys.available);
  fill('passkeys', 'passkey', passkeys.items.map(passkeyRow));
  fill('links', 'link', links.items.map(linkRow));
  show('linked', links.items.length > 0);
  fill('sessions', 'session', sessions.items.map(sessionRow));
  presetLanguage(me.language);
  part('email')!.textContent = me.email;
  show('has-address', me.email !== null);
  show('no-address', me.email === null);
  show('address-password', factors.password);
  show('no-password', !factors.password);
  show('imported', imported.comments > 0);
  part('imported-comments')!.textContent = String(imported.comments);
}

function passkeyRow({ id, name, createdAt, lastUsedAt }: Passkey) {
  const used = lastUsedAt === null ? '' : `, ${lastUsed} ${timeOf(lastUsedAt)}`;
  return { id, texts: { name, times: timeOf(createdAt) + used }, acts: true };
}

function linkRow({ id, name, since, origin }: Link) {
  return { id, texts: { name, times: timeOf(since) }, acts: !origin };
}

function sessionRow({ id, device, lastUsedAt, secondFactor, current }: Session) {
  const marks = [current && thisOne, secondFactor && byTwo].filter((mark) => mark !== false);
  const times = [timeOf(lastUsedAt), ...marks].join(', ');
  return { id, texts: { device: device ?? unknown!, times }, acts: !current };
}

/** Sets the default selection, because `form.reset()` restores it. */
function presetLanguage(language: string | null): void {
  for (const option of document.querySelectorAll('option'))
    option.defaultSelected = option.value === language;
}

/** Shows the secret of a new app. */
export async function begin(): Promise<null> {
  const { secret, address, qr } = await call<Record<'secret' | 'address' | 'qr', string>>(
    'POST',
    'auth/totp/begin',
  );
  part<HTMLImageElement>('qr')!.src = `data:image/svg+xml,${encodeURIComponent(qr)}`;
  part('secret')!.textContent = secret.replace(/.{4}(?!$)/g, '$& ');
  part<HTMLAnchorElement>('address')!.href = address;
  show('app-off', false);
  show('enrol', true);
  part('enrol')!.querySelector('input')!.focus();
  return null;
}

function forgetSecret(): void {
  show('enrol', false);
  part('qr')?.removeAttribute('src');
  part('secret')?.replaceChildren();
  part('address')?.removeAttribute('href');
}

/** Clears the account and all input from the page for its next user. */
export function forget(): void {
  presetLanguage(null);
  for (const form of document.forms) form.reset();
  forgetSecret();
  show('recovery', false);
  for (const name of [
    'codes',
    'username',
    'left',
    'passkeys',
    'sessions',
    'due',
    'imported-comments',
    'who',
    'links',
    'email',
  ])
    part(name)?.replaceChildren();
}

export function showCodes({ recoveryCodes }: { recoveryCodes: readonly string[] }): void {
  const rows = recoveryCodes.map((code) => {
    const row = document.createElement('li');
    row.textContent = code;
    return row;
  });
  part('codes')!.replaceChildren(...rows);
  show('recovery', true);
  part('recovery')!.querySelector('h3')!.focus();
}

export async function end(id: string): Promise<string> {
  await call('DELETE', `users/me/sessions/${id}`);
  await load();
  return 'ended';
}

export async function endOthers(): Promise<string> {
  await call('DELETE', 'users/me/sessions');
  await load();
  return 'ended';
}

export async function takeImported(): Promise<string> {
  await call('POST', 'users/me/imported');
  await load();
  return 'taken';
}
