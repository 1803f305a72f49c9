/**
 * What the link that was opened brings behind `#`, taken out of the address: neither the bar of the browser nor what is
 * copied from it shows it any longer.
 */
export function takeFromAddress(name: string): string | null {
  const value = new URLSearchParams(location.hash.slice(1)).get(name);
  if (value === null) return null;
  history.replaceState(null, '', location.pathname + location.search);
  return value;
}
