import { all } from '@fastify/proxy-addr';
import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/**
 * The address that a request comes from: the last one that is not one of the trusted proxies. What other
 * callers say of themselves is not read.
 */
export function addressOf(request: IncomingMessage, trustedProxies: readonly string[]): string {
  return (
    all(request, [...trustedProxies])
      .map(plain)
      .findLast(Boolean) ?? ''
  );
}

/** One place: an IPv4 address, or the /64 that a household of IPv6 has. */
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
