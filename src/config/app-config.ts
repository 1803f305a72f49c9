import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { parsePreviousSecret, resolveAuthSecret } from './auth-secret.js';
import { ConfigFault } from './config-fault.js';
import { listOf, parseChoice, parseSwitch, parseWhole } from './env-values.js';
import { parseMail } from './mail-config.js';
import { assertFitForProduction } from './production-checks.js';
import { parseSiteOrigins } from './site-origins.js';
import { parseFixedSettings } from './fixed-settings.js';
import { parseOidc } from './oidc.js';
import { parseSso } from './sso.js';

export type Environment = Record<string, string | undefined>;

type Parsed = Readonly<ReturnType<typeof parseConfig>>;

/** The whole environment, parsed once by `parseConfig`. The class is also the injection token. */
export class AppConfig extends (Object as unknown as new () => Parsed) {}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Parses the environment, and `.env` if it exists; the real environment takes precedence. */
export function loadConfig(): AppConfig {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return parseConfig(process.env);
}

/**
 * Reads the environment into a frozen configuration.
 * @throws ConfigFault naming the key and what to set.
 */
export function parseConfig(env: Environment) {
  const production = env.NODE_ENV === 'production';
  const host = env.HOST || '127.0.0.1';
  const port = parseWhole('PORT', env.PORT || '3000', { min: 0, max: 65_535 });
  const publicUrl = env.PUBLIC_URL
    ? parsePublicUrl(env.PUBLIC_URL)
    : `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const dataDir = env.DATA_DIR || '.data';
  if (env.DATABASE_MIGRATE_URL && !env.DATABASE_URL) {
    throw new ConfigFault('DATABASE_MIGRATE_URL needs a DATABASE_URL of the same database.');
  }
  const previousAuthSecret = parsePreviousSecret(env.AUTH_SECRET_PREVIOUS, {
    secret: env.AUTH_SECRET,
    production,
  });
  const authSecret = resolveAuthSecret(env.AUTH_SECRET, { production, dataDir });
  const pageKeySecret = env.PAGE_KEY_SECRET || null;
  const config = Object.freeze({
    production,
    host,
    port,
    /** The public URL of this service: an origin and an optional path, without a trailing slash. */
    publicUrl,
    dataDir,
    /**
     * The ledger of erased users. It is outside the database, so that a restored backup does not
     * bring them back.
     */
    erasureLedger: env.ERASURE_LEDGER || join(dataDir, 'erasures.jsonl'),
    /** A Postgres to use instead of the embedded one. */
    databaseUrl: parseServer('DATABASE_URL', env.DATABASE_URL, POSTGRES),
    /** The URL for the schema's owner, for migrations and functions; null if it is the same. */
    databaseMigrateUrl: parseServer('DATABASE_MIGRATE_URL', env.DATABASE_MIGRATE_URL, POSTGRES),
    redisUrl: parseServer('REDIS_URL', env.REDIS_URL, REDIS),
    /** The former secret; its signatures are still accepted. */
    previousAuthSecret,
    authSecret,
    adminEmail: env.ADMIN_EMAIL || null,
    adminPassword: env.ADMIN_PASSWORD || null,
    seedDemo: parseSwitch('SEED_DEMO', env.SEED_DEMO, !production),
    /** Whether rate limits apply; size limits always do. */
    rateLimits: parseTestSwitch('RATE_LIMITS', env.RATE_LIMITS, production),
    /** Whether rendered pages are cached; off only for load tests. */
    pageCache: parseTestSwitch('PAGE_CACHE', env.PAGE_CACHE, production),
    /** Settings of the site that administrators cannot change. */
    fixedSettings: Object.freeze(parseFixedSettings(env)),
    /** Origins that may embed and call, each as a browser sends it. */
    siteOrigins: parseSiteOrigins(env.SITE_ORIGINS, { publicUrl, production }),
    /** Whether a reader's first comment creates the post of a page. */
    pagesByReaders: parseChoice('PAGES_BY_READERS', env.PAGES_BY_READERS || 'verified', [
      'verified',
      'off',
    ]),
    /** The secret that the site signs the keys of its pages with. */
    pageKeySecret,
    /** The configuration of single sign-on; null if there is none. */
    sso: parseSso(
      {
        keys: env.SSO_KEYS,
        issuer: env.SSO_ISSUER,
        audience: env.SSO_AUDIENCE,
        roles: env.SSO_ROLES,
      },
      { production, publicUrl, others: [authSecret, previousAuthSecret, pageKeySecret] },
    ),
    /** Other sites that sign readers in. */
    oidc: parseOidc(env.OIDC_PROVIDERS, { production }),
    /** The CIDRs of trusted proxies, whose `X-Forwarded-*` headers are used. */
    trustedProxies: Object.freeze(parseProxies(env.TRUSTED_PROXIES)),
    /** The token for `/metrics`; in production there is no `/metrics` without it. */
    metricsToken: env.METRICS_TOKEN || null,
    mail: parseMail(env),
    /** Browsers bind passkeys to a domain name, so an IP address cannot have any. */
    hasPasskeys: isIP(new URL(publicUrl).hostname.replace(/^\[|\]$/g, '')) === 0,
    /** Development shows unsent mails at `/dev/mail`. */
    hasMail: !production || Boolean(env.SMTP_URL),
    logLevel: parseChoice('LOG_LEVEL', env.LOG_LEVEL || 'info', LOG_LEVELS),
  });
  if (production) assertFitForProduction(config);
  return config;
}

function parsePublicUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const isPlain = url && !url.username && !url.password && !url.search && !url.hash;
  if (!isPlain || !/^https?:$/.test(url.protocol)) {
    throw new ConfigFault(
      'PUBLIC_URL must be an http or https address without a user name, query or fragment.',
    );
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

const POSTGRES = {
  scheme: /^postgres(ql)?:\/\//,
  example: 'postgres://user:password@host:5432/database',
};
const REDIS = { scheme: /^rediss?:\/\//, example: 'redis://user:password@host:6379' };

function parseServer(
  key: string,
  value: string | undefined,
  { scheme, example }: { scheme: RegExp; example: string },
): string | null {
  if (!value) return null;
  if (!scheme.test(value) || !URL.canParse(value)) {
    throw new ConfigFault(`${key} must look like ${example}.`);
  }
  return value;
}

/** A switch that is off only for load tests, and never in production. */
function parseTestSwitch(key: string, value: string | undefined, production: boolean): boolean {
  const on = parseSwitch(key, value, true);
  if (!on && production) throw new ConfigFault(`${key} cannot be off in production.`);
  return on;
}

function parseProxies(value: string | undefined): string[] {
  const entries = listOf(value);
  for (const entry of entries) {
    const [address, bits = '1', ...rest] = entry.split('/');
    const size = { 0: 0, 4: 32, 6: 128 }[isIP(address)]!;
    if (!/^\d+$/.test(bits) || Number(bits) < 1 || Number(bits) > size || rest.length > 0) {
      throw new ConfigFault(
        'TRUSTED_PROXIES must list addresses or CIDRs such as 10.0.0.0/8; it never takes "true".',
      );
    }
  }
  return entries;
}
