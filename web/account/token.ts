/**
 * The token of the link that was opened, taken out of the address: neither the bar of the browser nor what is
 * copied from it shows it any longer.
 */
export function takeToken(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return null;
  history.replaceState(null, '', location.pathname + location.search);
  return token;
}
