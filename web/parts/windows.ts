/** A message of a window of the service to the page that has opened it. */
export interface WindowMessage {
  type?: string;
  refreshToken?: string;
  challenge?: string;
}

/**
 * Opens a window of the service, and hears what it says: of no other window, and of no other origin.
 * @param address of the service; the window is told who has opened it
 * @param signal ends the hearing
 * @returns null where the browser opens none
 */
export function openWindow(
  address: string,
  signal: AbortSignal,
  hear: (message: WindowMessage) => void,
): Window | null {
  const url = new URL(address);
  url.searchParams.set('origin', location.origin);
  const opened = open(url, '', 'popup,width=480,height=680');
  addEventListener(
    'message',
    ({ source, origin, data }: MessageEvent<WindowMessage | null>) => {
      if (opened && source === opened && origin === url.origin && data) hear(data);
    },
    { signal },
  );
  return opened;
}
