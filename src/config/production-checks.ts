import ipaddr from 'ipaddr.js';
import { ConfigFault } from './config-fault.js';
import { isEasyToGuess } from './auth-secret.js';
import type { SiteSettings } from './fixed-settings.js';
import { INNER_RANGES } from './inner-ranges.js';
import type { MailConfig } from './mail-config.js';
import { isLoopback } from './site-origins.js';

const MIN_PASSWORD = 12;
const MIN_TOKEN_BYTES = 24;
const HEX = 'set it to the output of "openssl rand -hex 24".';
/**
 * A wider range contains much of the internet, so that a stranger's header could claim any address.
 */
const WIDEST_RANGE = { ipv4: 8, ipv6: 20 } as const;
/** The widest IPv6 range that is entirely private is `fc00::/7`. */
const WIDEST_INNER_V6 = 7;
/** The prefix length of an IPv4 address that is mapped into IPv6. */
const MAPPED_BITS = 96;

interface Exposed {
  publicUrl: string;
  siteOrigins: { named: readonly string[] };
  trustedProxies: readonly string[];
  adminPassword: string | null;
  metricsToken: string | null;
  pageKeySecret: string | null;
  mail: MailConfig;
  fixedSettings: Partial<SiteSettings>;
}

/**
 * Refuses values that are valid but insecure on the internet.
 * @throws ConfigFault that names the key, and no secret
 */
export function assertFitForProduction({
  publicUrl,
  siteOrigins,
  trustedProxies,
  adminPassword,
  metricsToken,
  pageKeySecret,
  mail,
  fixedSettings,
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
  refuseGuessable('ADMIN_PASSWORD', adminPassword, {
    least: MIN_PASSWORD,
    hint: `choose at least ${MIN_PASSWORD} characters that stand in no list, or leave it out and one is made.`,
  });
  refuseGuessable('METRICS_TOKEN', metricsToken, { hint: HEX });
  refuseGuessable('PAGE_KEY_SECRET', pageKeySecret, {
    hint: 'set it to the output of "openssl rand -base64 48".',
  });
  assertMailFit(mail, fixedSettings);
}

function assertMailFit(
  { smtp, from, bounceSecret }: MailConfig,
  { confirmEmails, unconfirmedMayComment }: Partial<SiteSettings>,
): void {
  if (confirmEmails && !smtp) {
    throw new ConfigFault('CONFIRM_EMAILS needs an SMTP_URL: nobody could register without mail.');
  }
  if (unconfirmedMayComment === false && !smtp) {
    throw new ConfigFault(
      'UNCONFIRMED_MAY_COMMENT=false needs an SMTP_URL: nobody could confirm an address without mail.',
    );
  }
  if (smtp && !from.address.split('@')[1].includes('.')) {
    throw new ConfigFault('MAIL_FROM must be an address of a domain that receives mail.');
  }
  refuseGuessable('MAIL_BOUNCE_SECRET', bounceSecret, { hint: HEX });
}

/** @param least the smallest number of characters */
function refuseGuessable(
  key: string,
  secret: string | null,
  { least = MIN_TOKEN_BYTES, hint }: { least?: number; hint: string },
): void {
  if (!secret || (secret.length >= least && !isEasyToGuess(secret))) return;
  throw new ConfigFault(`${key} is easy to guess: ${hint}`);
}

/** A URL whose content cannot be changed in transit. On the same machine there is no transit. */
function isSafeOrigin(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || isLoopback(hostname);
}

function isTooWide(range: string): boolean {
  const [address, written] = range.split('/');
  if (written === undefined) return false;
  const bits = Number(written);
  const parsed = ipaddr.parse(address);
  if (!(parsed instanceof ipaddr.IPv6)) return bits < WIDEST_RANGE.ipv4;
  if (parsed.isIPv4MappedAddress()) return bits - MAPPED_BITS < WIDEST_RANGE.ipv4;
  const isInner = INNER_RANGES.has(parsed.range());
  return bits < (isInner ? WIDEST_INNER_V6 : WIDEST_RANGE.ipv6);
}
