import { html } from 'lit';
import { SERVICE_URL } from '../../parts/service-url.js';
import type { Localizer } from '../words/localizer.js';

/** Whether the service has a domain name; browsers bind no passkeys to an IP address. */
const HAS_PASSKEYS =
  'PublicKeyCredential' in globalThis && !/^[\d.]+$|^\[/.test(new URL(SERVICE_URL).hostname);

/** The address of a window of the service, and the label of its button. */
export type Way = readonly [address: string, name: string];

export const wayBy = ({ id, name }: { id: string; name: string }): Way => [
  `${SERVICE_URL}/api/v1/auth/oidc/${id}/start`,
  name,
];

/** Sign-in by other sites, and by a passkey. */
export const waysOf = (
  providers: readonly { id: string; name: string }[],
  words: Localizer,
): readonly Way[] => [...providers.map(wayBy), ...wayByPasskey(words)];

export function wayByPasskey({ t, language }: Localizer): readonly Way[] {
  const address = `${SERVICE_URL}/account/passkey?lang=${encodeURIComponent(language)}`;
  return HAS_PASSKEYS ? [[address, t('withPasskey')]] : [];
}

/** A button for each way. */
export const waysView = (ways: readonly Way[], visit: (...way: Way) => void): unknown =>
  html`<div class="buttons">
    ${ways.map(
      (way) =>
        html`<button type="button" class="quiet" @click=${() => visit(...way)}>${way[1]}</button>`,
    )}
  </div>`;

/** The URL at which the site signs readers in, if any; URLs that would run a script are ignored. */
export function siteAddress(element: Element): string | null {
  // After it is closed it is rendered once more, without a root.
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  const address = host?.getAttribute('sign-in-url') ?? null;
  if (address === null || !URL.canParse(address, document.baseURI)) return null;
  const { protocol, href } = new URL(address, document.baseURI);
  return /^https?:$/.test(protocol) ? href : null;
}
