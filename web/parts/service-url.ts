/** The URL of the service, relative to this script, whatever page it runs in. */
export const SERVICE_URL = new URL(/* @vite-ignore */ '..', import.meta.url).href.replace(
  /\/+$/,
  '',
);
