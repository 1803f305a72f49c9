import { isIP } from 'node:net';
import { resolveAuthSecret } from './auth-secret.js';
import { ConfigFault } from './config-fault.js';
import { parseFixedSettings, type SiteSettings } from './site-settings.js';

export type Environment = Record<string, string | undefined>;

/** Everything the environment says, parsed once. It is the injection token of the configuration. */
export class AppConfig {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** How the world names this service: an origin, perhaps with a path, without a trailing slash. */
  readonly publicUrl: string;
  readonly dataDir: string;
  /** A Postgres to use instead of the embedded one. */
  readonly databaseUrl: string | null;
  /** The address of the owner of its schema, for migrations and functions; null when it is the same. */
  readonly databaseMigrateUrl: string | null;
  readonly authSecret: string;
  readonly adminEmail: string | null;
  readonly adminPassword: string | null;
  readonly seedDemo: boolean;
  /** Whether finished pages are kept; off only for load tests. */
  readonly pageCache: boolean;
  /** Origins that may embed and call, each as a browser sends it. */
  readonly siteOrigins: readonly string[];
  /** CIDRs whose `X-Forwarded-*` headers are believed. */
  readonly trustedProxies: readonly string[];
  /** Limits of number; those of size always hold. */
  readonly rateLimits: boolean;
  readonly redisUrl: string | null;
  /** Settings of the site that administrators cannot change. */
  readonly fixedSettings: Readonly<Partial<SiteSettings>>;
  readonly logLevel: string;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * Reads the environment into a frozen configuration.
 * @throws ConfigFault naming the key and what to set.
 */
export function parseConfig(env: Environment): AppConfig {
  const production = env.NODE_ENV === 'production';
  const host = env.HOST || '127.0.0.1';
  const port = parsePort(env.PORT || '3000');
  const publicUrl = env.PUBLIC_URL
    ? parsePublicUrl(env.PUBLIC_URL)
    : `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const dataDir = env.DATA_DIR || '.data';
  return Object.freeze({
    production,
    host,
    port,
    publicUrl,
    dataDir,
    redisUrl: env.REDIS_URL ? parseRedisUrl(env.REDIS_URL) : null,
    databaseUrl: parseDatabaseUrl('DATABASE_URL', env.DATABASE_URL),
    databaseMigrateUrl: parseMigrateUrl(env.DATABASE_MIGRATE_URL, env.DATABASE_URL),
    authSecret: resolveAuthSecret(env.AUTH_SECRET, { production, dataDir }),
    adminEmail: env.ADMIN_EMAIL || null,
    adminPassword: env.ADMIN_PASSWORD || null,
    seedDemo: parseSwitch('SEED_DEMO', env.SEED_DEMO, !production),
    rateLimits: parseTestSwitch('RATE_LIMITS', env.RATE_LIMITS, production),
    pageCache: parseTestSwitch('PAGE_CACHE', env.PAGE_CACHE, production),
    fixedSettings: Object.freeze(
      parseFixedSettings({
        flagSensitivity: env.FLAG_SENSITIVITY,
        hideScore: env.HIDE_SCORE,
        holdFirstComments: env.HOLD_FIRST_COMMENTS,
      }),
    ),
    siteOrigins: Object.freeze(parseOrigins(env.SITE_ORIGINS, publicUrl)),
    trustedProxies: Object.freeze(parseProxies(env.TRUSTED_PROXIES)),
    logLevel: parseLogLevel(env.LOG_LEVEL || 'info'),
  });
}

function parsePort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigFault('PORT must be a whole number from 0 to 65535.');
  }
  return port;
}

function parsePublicUrl(value: string): string {
  const url = parseHttpUrl(value);
  if (!url) throw new ConfigFault('PUBLIC_URL must be an http or https address.');
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function parseHttpUrl(value: string): URL | null {
  if (!URL.canParse(value)) return null;
  const url = new URL(value);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
}

function parseDatabaseUrl(key: string, value: string | undefined): string | null {
  if (!value) return null;
  if (!/^postgres(ql)?:\/\//.test(value) || !URL.canParse(value)) {
    throw new ConfigFault(`${key} must look like postgres://user:password@host:5432/database.`);
  }
  return value;
}

function parseMigrateUrl(value: string | undefined, databaseUrl?: string): string | null {
  if (value && !databaseUrl) {
    throw new ConfigFault('DATABASE_MIGRATE_URL needs a DATABASE_URL of the same database.');
  }
  return parseDatabaseUrl('DATABASE_MIGRATE_URL', value);
}

function parseRedisUrl(value: string): string {
  if (!/^rediss?:\/\//.test(value) || !URL.canParse(value)) {
    throw new ConfigFault('REDIS_URL must look like redis://user:password@host:6379.');
  }
  return value;
}

function parseSwitch(key: string, value: string | undefined, fallback: boolean): boolean {
  if (value === undefined || value === '') return fallback;
  if (['true', 'on', '1', 'yes'].includes(value.toLowerCase())) return true;
  if (['false', 'off', '0', 'no'].includes(value.toLowerCase())) return false;
  throw new ConfigFault(`${key} must be true or false.`);
}

/** What is on but for load tests, and cannot be turned off in production. */
function parseTestSwitch(key: string, value: string | undefined, production: boolean): boolean {
  const on = parseSwitch(key, value, true);
  if (!on && production) throw new ConfigFault(`${key} cannot be off in production.`);
  return on;
}

/**
 * The configured origins; without a setting the service's own, and where that is the loopback
 * address all its spellings, since a browser may have been sent to any of them.
 */
function parseOrigins(value: string | undefined, publicUrl: string): string[] {
  const own = new URL(publicUrl);
  if (!value) {
    const loopback = ['127.0.0.1', 'localhost', '[::1]'];
    if (!loopback.includes(own.hostname)) return [own.origin];
    const port = own.port ? `:${own.port}` : '';
    return loopback.map((name) => `${own.protocol}//${name}${port}`);
  }
  const origins = value
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((entry) => {
      const url = parseHttpUrl(entry);
      if (!url) {
        throw new ConfigFault(
          'SITE_ORIGINS must list origins such as https://example.org, separated by commas.',
        );
      }
      return url.origin;
    });
  return [...new Set([own.origin, ...origins])];
}

function parseProxies(value: string | undefined): string[] {
  const entries = (value ?? '').split(/[\s,]+/).filter(Boolean);
  for (const entry of entries) {
    const [address, bits] = entry.split('/');
    const family = isIP(address);
    const size = family === 4 ? 32 : 128;
    const validBits =
      bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= size && Number(bits) > 0);
    if (!family || !validBits) {
      throw new ConfigFault(
        'TRUSTED_PROXIES must list addresses or CIDRs such as 10.0.0.0/8; it never takes "true".',
      );
    }
  }
  return entries;
}

function parseLogLevel(value: string): string {
  if (!LOG_LEVELS.includes(value)) {
    throw new ConfigFault(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`);
  }
  return value;
}
