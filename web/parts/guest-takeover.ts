import type { SignedIn } from './session-requests.js';
import { SERVICE_URL } from './service-url.js';

/** Moves a guest's comments to their new account. Anything that fails stays with the guest. */
export async function takeOver(guestToken: string, { accessToken }: SignedIn): Promise<void> {
  await fetch(`${SERVICE_URL}/api/v1/users/me/guest`, {
    method: 'POST',
    keepalive: true,
    signal: AbortSignal.timeout(5_000),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
    body: JSON.stringify({ token: guestToken }),
  }).catch(() => undefined);
}
