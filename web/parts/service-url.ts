/** The service is where this script came from, whatever page it runs in. */
export const SERVICE_URL = new URL(/* @vite-ignore */ '..', import.meta.url).href.replace(
  /\/+$/,
  '',
);
