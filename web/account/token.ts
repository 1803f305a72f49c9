/**
 * Returns a link's value after `#` and removes it from the address, so that neither the address bar
 * nor a copied address shows it.
 */
export function takeFromAddress(name: string): string | null {
  const value = new URLSearchParams(location.hash.slice(1)).get(name);
  if (value === null) return null;
  history.replaceState(null, '', location.pathname + location.search);
  return value;
}
