import ipaddr from 'ipaddr.js';

/** What IANA has given out as global unicast; everything else of IPv6 is special or not assigned. */
const GLOBAL_V6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/** Where a page of the site may be, though nothing else of such a place may be asked for. */
const OF_THE_SITE: ReadonlySet<string> = new Set([
  'unicast',
  'loopback',
  'private',
  'uniqueLocal',
  'carrierGradeNat',
]);

/**
 * Whether an address is on the open internet. Addresses of IPv6 that lead to one of IPv4 (mapped, NAT64,
 * 6to4, Teredo) are not: the inner one decides where they arrive.
 */
export function isOnTheInternet(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_V6);
}

/** Whether an address may be that of a host which SITE_ORIGINS names. */
export function mayBeTheSites(address: string): boolean {
  return ipaddr.isValid(address) && OF_THE_SITE.has(ipaddr.process(address).range());
}
