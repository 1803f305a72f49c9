/** A message from a window of the service to the page that opened it. */
export interface WindowMessage {
  type?: string;
  refreshToken?: string;
  challenge?: string;
}

/**
 * Opens a window of the service, and receives messages only from that window and origin.
 * @param address of the service; the window is told its opener
 * @param signal stops listening
 * @returns null if the browser blocks the window
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
