import ipaddr from 'ipaddr.js';
import { isIPv4 } from 'node:net';
import { ConfigFault } from './config-fault.js';
import { isEasyToGuess } from './auth-secret.js';

const MIN_PASSWORD = 12;
const MIN_TOKEN_BYTES = 24;
/** A wider range holds much of the internet, and lets a stranger's header name any address. */
const WIDEST_RANGE = { ipv4: 8, ipv6: 20 } as const;
/** Ranges that only one's own network routes. */
const PRIVATE = new Set(['private', 'loopback', 'linkLocal', 'uniqueLocal', 'carrierGradeNat']);

interface Exposed {
  publicUrl: string;
  siteOrigins: { named: readonly string[] };
  trustedProxies: readonly string[];
  adminPassword: string | null;
  metricsToken: string | null;
  pageKeySecret: string | null;
}

/**
 * Refuses what has the right form and does harm on the open internet.
 * @throws ConfigFault that names the key, and no secret
 */
export function assertFitForProduction({
  publicUrl,
  siteOrigins,
  trustedProxies,
  adminPassword,
  metricsToken,
  pageKeySecret,
}: Exposed): void {
  if (!isSafeOrigin(publicUrl)) {
    throw new ConfigFault(
      'PUBLIC_URL must begin with https:// in production: with http:// anybody on the way reads passwords.',
    );
  }
  for (const origin of siteOrigins.named) {
    if (isSafeOrigin(origin)) continue;
    throw new ConfigFault(
      `SITE_ORIGINS has ${origin}: in production each must begin with https://, or anybody on the way can act as a reader.`,
    );
  }
  for (const range of trustedProxies) {
    if (!isTooWide(range)) continue;
    throw new ConfigFault(
      `TRUSTED_PROXIES has ${range}, which holds strangers' addresses: name the addresses of your proxies.`,
    );
  }
  if (adminPassword && (adminPassword.length < MIN_PASSWORD || isEasyToGuess(adminPassword))) {
    throw new ConfigFault(
      `ADMIN_PASSWORD is easy to guess: choose at least ${MIN_PASSWORD} characters that stand in no list, or leave it out and one is made.`,
    );
  }
  if (metricsToken && (metricsToken.length < MIN_TOKEN_BYTES || isEasyToGuess(metricsToken))) {
    throw new ConfigFault(
      'METRICS_TOKEN is easy to guess: set it to the output of "openssl rand -hex 24".',
    );
  }
  if (pageKeySecret && (pageKeySecret.length < MIN_TOKEN_BYTES || isEasyToGuess(pageKeySecret))) {
    throw new ConfigFault(
      'PAGE_KEY_SECRET is easy to guess: set it to the output of "openssl rand -base64 48".',
    );
  }
}

/** An address that nobody on the way can change; on the same machine there is no way. */
function isSafeOrigin(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return (
    protocol === 'https:' ||
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    (isIPv4(hostname) && hostname.startsWith('127.'))
  );
}

function isTooWide(range: string): boolean {
  const [address, bits] = range.split('/');
  if (bits === undefined) return false;
  const parsed = ipaddr.parse(address);
  const widest = WIDEST_RANGE[parsed.kind()];
  return Number(bits) < widest && !(PRIVATE.has(parsed.range()) && Number(bits) >= 7);
}
