/** Modules that came from another address than their own, by that. */
const mended = new Map<string, Promise<unknown>>();
let asked = 0;

/**
 * What `load` imports; where it fails, from its address with a query. Chromium keeps the failure of
 * an address for as long as the page lives, so that importing it again would not ask again, and
 * names the address in its message. What such a module itself imports keeps its failure.
 * @throws what `load` threw, or that the second attempt came to nothing
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
