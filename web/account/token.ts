/**
 * Takes out of the address the value that the link brought behind `#`: neither the bar of the browser nor a copy of it
 * shows it any longer.
 */
export function takeFromAddress(name: string): string | null {
  const value = new URLSearchParams(location.hash.slice(1)).get(name);
  if (value === null) return null;
  history.replaceState(null, '', location.pathname + location.search);
  return value;
}
