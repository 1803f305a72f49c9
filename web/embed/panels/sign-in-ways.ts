import { html } from 'lit';
import { SERVICE_URL } from '../../parts/service-url.js';
import type { Localizer } from '../words/localizer.js';

/** Whether browsers bind passkeys to the name of the service: to none in numbers. */
const HAS_PASSKEYS =
  'PublicKeyCredential' in globalThis && !/^[\d.]+$|^\[/.test(new URL(SERVICE_URL).hostname);

/** The address of a window of the service, and what its button says. */
export type Way = readonly [address: string, name: string];

export const wayBy = ({ id, name }: { id: string; name: string }): Way => [
  `${SERVICE_URL}/api/v1/auth/oidc/${id}/start`,
  name,
];

/** By other sites, and by a passkey. */
export const waysOf = (
  providers: readonly { id: string; name: string }[],
  words: Localizer,
): readonly Way[] => [...providers.map(wayBy), ...wayByPasskey(words)];

export function wayByPasskey({ t, language }: Localizer): readonly Way[] {
  const address = `${SERVICE_URL}/account/passkey?lang=${encodeURIComponent(language)}`;
  return HAS_PASSKEYS ? [[address, t('withPasskey')]] : [];
}

/** A button for each. */
export const waysView = (ways: readonly Way[], visit: (...way: Way) => void): unknown =>
  html`<div class="buttons">
    ${ways.map(
      (way) =>
        html`<button type="button" class="quiet" @click=${() => visit(...way)}>${way[1]}</button>`,
    )}
  </div>`;

/** The address at which the site itself signs readers in, if it does; a scheme that would run something is none. */
export function siteAddress(element: Element): string | null {
  // Once it is closed it stands nowhere, and is rendered a last time.
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  const address = host?.getAttribute('sign-in-url') ?? null;
  if (address === null || !URL.canParse(address, document.baseURI)) return null;
  const { protocol, href } = new URL(address, document.baseURI);
  return /^https?:$/.test(protocol) ? href : null;
}
