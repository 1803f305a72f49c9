import ipaddr from 'ipaddr.js';
import { LRUCache } from 'lru-cache';

/** An IPv4 address and its /24; for IPv6 the /64 of a link, /56 of a home, /48 of a site. */
export type NetworkLevel = 'address' | '/24' | '/64' | '/56' | '/48';

/** The limit of each network, as a multiple of the limit of one address. */
export const BREADTH: Readonly<Record<NetworkLevel, number>> = {
  address: 1,
  '/24': 4,
  '/64': 1,
  '/56': 2,
  '/48': 8,
};

export type Address = ipaddr.IPv4 | ipaddr.IPv6;

export interface Network {
  level: NetworkLevel;
  /** In a normal form, such as `2001:db8:1:200::/56`. */
  name: string;
}

type Networks = readonly [Network, ...Network[]];

/** Cached, because a flood repeats the same network. */
const known = new LRUCache<string, Networks>({ max: 1_000, memoMethod: findNetworks });

/**
 * The networks of an address, narrowest first. A string that is no address is a network of its own.
 */
export function networksOf(address: string): Networks {
  return known.memo(address);
}

/** The lane of an address in a queue: its widest network. */
export function laneOf(address: string): string {
  return networksOf(address).at(-1)!.name;
}

function findNetworks(address: string): Networks {
  const parsed = parseAddress(address);
  if (!parsed) return [{ level: 'address', name: 'none' }];
  if (parsed instanceof ipaddr.IPv4) {
    const [a, b, c] = parsed.octets;
    return [
      { level: 'address', name: parsed.toString() },
      { level: '/24', name: `${a}.${b}.${c}.0/24` },
    ];
  }
  const [a, b, c, d] = parsed.parts;
  const prefix = (...groups: number[]) => groups.map((group) => group.toString(16)).join(':');
  return [
    { level: '/64', name: `${prefix(a, b, c, d)}::/64` },
    { level: '/56', name: `${prefix(a, b, c, d & 0xff00)}::/56` },
    { level: '/48', name: `${prefix(a, b, c)}::/48` },
  ];
}

/**
 * An address as proxies and sockets write it: with a port (`1.2.3.4:80`, `[::1]:80`), with a zone,
 * or as IPv4 inside IPv6. Null if it is invalid.
 */
export function parseAddress(text: string): Address | null {
  const bare =
    /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/%.*$/, '');
  const isWhole = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address);
  return isWhole ? ipaddr.process(address) : null;
}
