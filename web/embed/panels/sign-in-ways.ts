import { html } from 'lit';
import { SERVICE_URL } from '../../parts/service-url.js';
import type { Localizer } from '../words/localizer.js';

/** What a window of the service says to the page that has opened it. */
export interface WindowMessage {
  type?: string;
  refreshToken?: string;
  challenge?: string;
}

/** Whether browsers bind passkeys to the name of the service: to none in numbers. */
const HAS_PASSKEYS =
  'PublicKeyCredential' in globalThis && !/^[\d.]+$|^\[/.test(new URL(SERVICE_URL).hostname);

/** A window of the service, and what its button says. */
type Way = readonly [path: string, name: string];

export const wayBy = ({ id, name }: { id: string; name: string }): Way => [
  `api/v1/auth/oidc/${id}/start?`,
  name,
];

/** By other sites, and by a passkey. */
export function waysOf(
  providers: readonly { id: string; name: string }[],
  { t, language }: Localizer,
): readonly Way[] {
  const passkey = `account/passkey?lang=${encodeURIComponent(language)}&`;
  return [...providers.map(wayBy), ...(HAS_PASSKEYS ? [[passkey, t('withPasskey')] as const] : [])];
}

/** A button for each. */
export const waysView = (ways: readonly Way[], visit: (...way: Way) => void): unknown =>
  html`<div class="buttons">
    ${ways.map(
      (way) =>
        html`<button type="button" class="quiet" @click=${() => visit(...way)}>${way[1]}</button>`,
    )}
  </div>`;

/**
 * Opens a window of the service, and hears what it says: of no other window, and of no other origin.
 * @param path of the service, with a query
 * @returns false where the browser opens none
 */
export function openWindow(
  path: string,
  signal: AbortSignal,
  hear: (message: WindowMessage) => void,
): boolean {
  const address = `${SERVICE_URL}/${path}origin=${encodeURIComponent(location.origin)}`;
  const opened = open(address, '', 'popup,width=480,height=680');
  if (!opened) return false;
  const { origin: from } = new URL(SERVICE_URL);
  addEventListener(
    'message',
    ({ source, origin, data }: MessageEvent<WindowMessage | null>) => {
      if (source === opened && origin === from && data) hear(data);
    },
    { signal },
  );
  return true;
}

/** Where the site itself signs readers in, if it does; a scheme that would run something is none. */
export function siteAddress(element: Element): string | null {
  // Once it is closed it stands nowhere, and is rendered a last time.
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  const address = host?.getAttribute('sign-in-url') ?? null;
  if (address === null || !URL.canParse(address, document.baseURI)) return null;
  const { protocol, href } = new URL(address, document.baseURI);
  return /^https?:$/.test(protocol) ? href : null;
}
