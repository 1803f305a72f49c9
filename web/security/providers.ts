import { call, Refused, SERVICE, type SignedIn } from './service-calls.js';

/** What the window says at the end of a visit. */
interface WindowMessage {
  type?: string;
  refreshToken?: string;
  challenge?: string;
}

/** How often it is looked whether the reader has closed the window. */
const LOOK_MS = 500;

/**
 * Signs in by another site, in a window of the service.
 * @throws Refused
 */
export async function signInByProvider(id: string): Promise<SignedIn> {
  const address = new URL(`auth/oidc/${encodeURIComponent(id)}/start`, SERVICE);
  address.searchParams.set('origin', location.origin);
  const opened = open(address, '', 'popup,width=480,height=680');
  if (!opened) throw new Refused('no-window');
  const { type, refreshToken, challenge = null } = await heardFrom(opened);
  if (type === 'colloquy:second-factor') throw new Refused('second-factor-required', challenge);
  if (type !== 'colloquy:signed-in') throw new Refused('failed');
  return call('POST', 'auth/refresh', { refreshToken });
}

/** Hears that window, of this origin, and no other. */
function heardFrom(opened: Window): Promise<WindowMessage> {
  return new Promise((heard) => {
    const settle = (message: WindowMessage) => {
      clearInterval(looking);
      removeEventListener('message', hear);
      heard(message);
    };
    const hear = ({ source, origin, data }: MessageEvent<WindowMessage | null>) => {
      if (source === opened && origin === location.origin && data) settle(data);
    };
    let wasClosed = false;
    // What it said last may still be on its way when it is found closed.
    const looking = setInterval(() => {
      if (wasClosed) settle({});
      wasClosed = opened.closed;
    }, LOOK_MS);
    addEventListener('message', hear);
  });
}
