/** Modules that were loaded from another address, by their own. */
const mended = new Map<string, Promise<unknown>>();
let asked = 0;

/**
 * Returns the module that `load` imports. If that fails, the module is loaded once more, from its
 * address with a query: Chromium keeps the failure of an address for as long as the page lives, and
 * names the address in its message. The imports of such a module keep their failures.
 * @throws what `load` threw, or the failure of the second attempt
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

/** An address that stands in a message is loaded only from where this was loaded itself. */
function isOurs(address: string): boolean {
  return URL.canParse(address) && new URL(address).origin === new URL(import.meta.url).origin;
}
