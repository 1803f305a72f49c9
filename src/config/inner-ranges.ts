/** The kinds of addresses that only one's own network routes, as `ipaddr.js` names them. */
export const INNER_RANGES: ReadonlySet<string> = new Set([
  'private',
  'loopback',
  'linkLocal',
  'uniqueLocal',
  'carrierGradeNat',
]);
