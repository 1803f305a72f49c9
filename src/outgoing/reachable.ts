import ipaddr from 'ipaddr.js';

/**
 * The permitted targets of a request. `site`: the exact origins in SITE_ORIGINS, which may be in a
 * private network. `internet`: any global unicast address.
 */
export type Place = 'site' | 'internet';

/** The global unicast range assigned by IANA; the rest of IPv6 is special or unassigned. */
const GLOBAL_V6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

const OF_THE_SITE: ReadonlySet<string> = new Set([
  'unicast',
  'loopback',
  'private',
  'uniqueLocal',
  'carrierGradeNat',
]);

/** The addresses that each place may have. */
export const MAY_REACH: Readonly<Record<Place, (address: string) => boolean>> = {
  site: (address) => ipaddr.isValid(address) && OF_THE_SITE.has(ipaddr.process(address).range()),
  internet: isGlobalUnicast,
};

/**
 * IPv6 addresses that embed IPv4 (mapped, NAT64, 6to4, Teredo) are judged by the embedded address,
 * which is the real target.
 */
function isGlobalUnicast(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return !(parsed instanceof ipaddr.IPv6) || parsed.match(GLOBAL_V6);
}
