import type { LookupAddress, LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { OutgoingRefused } from './outgoing.errors.js';

/** Returns all addresses of a host, like `dns.promises.lookup` with `all`. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
) => Promise<LookupAddress[]>;

/**
 * The DNS lookup of a connection. It returns only permitted addresses, and the connection uses
 * these. A name that resolves to another address a moment later changes nothing, because it is not
 * looked up again.
 */
export function checkedLookup(
  resolve: Resolve,
  mayReach: (address: string) => boolean,
): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }).then(
      (found) => {
        const reachable = found.filter(({ address }) => mayReach(address));
        const [first] = reachable;
        if (!first) callback(new OutgoingRefused('address'), '');
        else if (options.all) callback(null, reachable);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}
