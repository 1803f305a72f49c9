import { compile } from '@fastify/proxy-addr';
import { createParamDecorator, type ExecutionContext, Injectable, Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { AppConfig } from '../../config/app-config.js';
import { INNER_RANGES } from '../../config/inner-ranges.js';
import { type Address, parseAddress } from './networks.js';

/** In characters: the headers of about ten thousand clients. */
const MOST_KEPT = 500_000;

interface AddressedRequest extends FastifyRequest {
  address?: string;
}

/** The address of the client in its normal form; empty if there is none. */
export const CallerAddress = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  addressOf(context.switchToHttp().getRequest()),
);

/** The address that `noteAddresses` has stored. */
export function addressOf({ address = '' }: AddressedRequest): string {
  return address;
}

/** Notes the address on every request of the framework. */
export function noteAddresses(fastify: FastifyInstance, addresses: ClientAddresses): void {
  fastify.addHook('onRequest', (request: AddressedRequest, _, next) => {
    request.address = addresses.of(request.raw);
    next();
  });
}

/** Whether a proxy has forwarded the request. A connection from a local proxy may be of anybody. */
export function isPassedOn(headers: IncomingHttpHeaders): boolean {
  return headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
}

/**
 * Determines the address of clients. Forwarding headers are ignored, except those of trusted
 * proxies.
 */
@Injectable()
export class ClientAddresses {
  private readonly logger = new Logger('Proxies');
  private readonly isTrusted: (address: string, hop: number) => boolean;
  /** Cached by the peer and its headers, because a flood repeats the same ones. */
  private readonly known = new LRUCache<string, string>({
    maxSize: MOST_KEPT,
    sizeCalculation: (_, key) => key.length,
  });
  private warned = false;

  constructor(config: AppConfig) {
    this.isTrusted = compile([...config.trustedProxies]);
  }

  /** Whether an address is one of the trusted proxies. */
  isProxy(address: string): boolean {
    const parsed = parseAddress(address);
    return parsed !== null && this.isTrusted(parsed.toString(), 0);
  }

  /** The last address that is not one of the trusted proxies. */
  of({ socket: { remoteAddress: peer = '' }, headers }: IncomingMessage): string {
    const forwarded = String(headers['x-forwarded-for'] ?? '');
    const key = `${peer} ${forwarded}`;
    let address = this.known.get(key);
    if (address === undefined) this.known.set(key, (address = this.find(peer, forwarded)));
    return address;
  }

  private find(peer: string, forwarded: string): string {
    const said = forwarded.split(',').filter((entry) => entry.trim() !== '');
    let address = parseAddress(peer);
    if (address && said.length > 0) this.warnOfProxy(address);
    while (address && said.length > 0 && this.isTrusted(address.toString(), 0)) {
      const before = parseAddress(said.pop()!.trim());
      if (!before) break;
      address = before;
    }
    return address?.toString() ?? '';
  }

  /**
   * Warns once about an unlisted proxy, because all its readers would count as one client. A header
   * from another than a private network may be forged, and the log must contain no address of a
   * reader.
   */
  private warnOfProxy(peer: Address): void {
    const name = peer.toString();
    if (this.warned || !INNER_RANGES.has(peer.range()) || this.isTrusted(name, 0)) return;
    this.warned = true;
    this.logger.warn(
      `A proxy at ${name} forwards requests and is not named in TRUSTED_PROXIES, so all its readers share the ` +
        `limits of one address. Set TRUSTED_PROXIES=${name}, or the range of your proxies.`,
    );
  }
}
