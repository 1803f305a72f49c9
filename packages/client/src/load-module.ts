/** Modules that were loaded again under another URL, by their own URL. */
const mended = new Map<string, Promise<unknown>>();
let asked = 0;

/**
 * Returns the module that `load` imports. If that fails, the module is loaded again from its URL
 * with a query, because Chromium caches the failure of a URL as long as the page lives. Chromium's
 * message contains the URL. Imports of such a module keep their failures.
 * @throws the error of `load`, or that of the second attempt
 */
export async function loadModule<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const address = /https?:\/\/\S+/.exec(String(error))?.[0];
    if (address === undefined || !isOurs(address)) throw error;
    const again =
      mended.get(address) ??
      import(/* @vite-ignore */ /* webpackIgnore: true */ `${address}?again=${++asked}`);
    mended.set(address, again);
    again.catch(() => mended.delete(address));
    return again as Promise<Module>;
  }
}

/** A URL in a message is loaded only if it has the same origin as this module. */
function isOurs(address: string): boolean {
  return URL.canParse(address) && new URL(address).origin === new URL(import.meta.url).origin;
}
