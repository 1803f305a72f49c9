/** Whether an address says what was understood of it, each parameter once and in its shortest form. */
export function isPlainAddress(address: string, path: string, query: object): boolean {
  if (path !== path.toLowerCase()) return false;
  const understood = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${value as string | number}`,
  );
  if (understood.length === 0) return address === path;
  const given = address.startsWith(`${path}?`) ? address.slice(path.length + 1).split('&') : [];
  return given.sort().join('&') === understood.sort().join('&');
}
