import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/**
 * Where a request comes from: the last address that is not one of the trusted proxies. What other
 * callers say of themselves is not read.
 */
export function addressOf(request: IncomingMessage, trustedProxies: readonly string[]): string {
  const ranges = trustedProxies.map(rangeOf);
  const said = String(request.headers['x-forwarded-for'] ?? '').split(',');
  let address = plain(request.socket.remoteAddress ?? '');
  while (said.length > 0 && isTrusted(address, ranges)) {
    const before = plain(said.pop()!.trim());
    if (!before) break;
    address = before;
  }
  return address;
}

/** What counts as one place: an IPv4 address, or the /64 that a household of IPv6 has. */
export function subnetOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${(parsed as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}

/** The address without the spellings of IPv4 in IPv6; empty when it is none. */
function plain(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : '';
}

function isTrusted(address: string, ranges: readonly Range[]): boolean {
  if (!address) return false;
  const parsed = ipaddr.parse(address);
  return ranges.some((range) => parsed.kind() === range[0].kind() && parsed.match(range as never));
}

function rangeOf(entry: string): Range {
  if (entry.includes('/')) return ipaddr.parseCIDR(entry);
  const address = ipaddr.parse(entry);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
