import { ConfigFault } from './config-fault.js';
import { listOf } from './env-values.js';

/** The origins that may embed and call. */
export interface SiteOrigins {
  /** @param origin as a browser sends it */
  includes(origin: string): boolean;
}

/** The same, with the list of the explicitly configured origins. */
interface ConfiguredOrigins extends SiteOrigins {
  readonly named: readonly string[];
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** @param hostname of a URL */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.has(hostname);
}

/**
 * The configured origins and the service's own. Without the setting, a service on a loopback
 * address includes all spellings of its own, since a browser may use any of them. In development it
 * includes all loopback origins with any port, so that a local page works without a setting.
 * @throws ConfigFault for anything but a whole origin
 */
export function parseSiteOrigins(
  value: string | undefined,
  { publicUrl, production }: { publicUrl: string; production: boolean },
): ConfiguredOrigins {
  const own = new URL(publicUrl);
  if (value) return origins([own.origin, ...listed(value)]);
  if (!isLoopback(own.hostname)) return origins([own.origin]);
  const port = own.port ? `:${own.port}` : '';
  const spellings = [...LOOPBACK].map((name) => `${own.protocol}//${name}${port}`);
  return production ? origins(spellings) : { named: spellings, includes: isLocal };
}

function origins(named: readonly string[]): ConfiguredOrigins {
  const all = new Set(named);
  return { named: [...all], includes: (origin) => all.has(origin) };
}

function listed(value: string): string[] {
  return listOf(value).map((entry) => {
    if (isOrigin(entry)) return new URL(entry).origin;
    throw new ConfigFault(
      'SITE_ORIGINS must list whole origins such as https://example.org, separated by commas: no path, no name, no *.',
    );
  });
}

/** Nothing but scheme, host and port, and no pattern. */
function isOrigin(entry: string): boolean {
  if (!URL.canParse(entry)) return false;
  const { href, origin, hostname, protocol } = new URL(entry);
  return /^https?:$/.test(protocol) && href === `${origin}/` && !hostname.includes('*');
}

function isLocal(origin: string): boolean {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  return url?.origin === origin && isLoopback(url.hostname);
}
