import { Refused, SERVICE } from '../account/service-requests.js';
import { openWindow, type WindowMessage } from '../parts/windows.js';
import { call, type SignedIn } from './service-calls.js';

/** The interval of checks whether the reader has closed the window. */
const LOOK_MS = 500;

/**
 * Signs in by another site, in a window of the service.
 * @throws Refused
 */
export async function signInByProvider(id: string): Promise<SignedIn> {
  const { type, refreshToken, challenge = null } = await visit(id);
  if (type === 'colloquy:second-factor')
    throw new Refused('second-factor-required', null, challenge);
  if (type !== 'colloquy:signed-in') throw new Refused('failed');
  return call('POST', 'auth/refresh', { refreshToken });
}

/** @returns the final message of the window; none if the reader closes it before */
async function visit(id: string): Promise<WindowMessage> {
  const ends = new AbortController();
  const address = `${SERVICE}auth/oidc/${encodeURIComponent(id)}/start`;
  return new Promise<WindowMessage>((heard, failed) => {
    const opened = openWindow(address, ends.signal, heard);
    if (!opened) return failed(new Refused('no-window'));
    let wasClosed = false;
    // The last message may still be in transit when the window is found closed.
    const looking = setInterval(() => {
      if (wasClosed) heard({});
      wasClosed = opened.closed;
    }, LOOK_MS);
    ends.signal.addEventListener('abort', () => clearInterval(looking));
  }).finally(() => ends.abort());
}
