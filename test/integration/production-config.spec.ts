import { type Environment, parseConfig } from '../../src/config/app-config.js';
import { startService } from '../support/service.js';

const SECRET = 'q7Vw2LzR9xKd4TnB8mYcH3sJ6gPfA1eU';
const GOOD = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://talk.example.org',
  SITE_ORIGINS: 'https://example.org,https://www.example.org',
  DATABASE_URL: 'postgres://colloquy:vJ4kT8nQ2xW6@db.internal:5432/colloquy',
  REDIS_URL: 'redis://:nB7yH3mK9cR5@cache.internal:6379',
  AUTH_SECRET: SECRET,
  ADMIN_EMAIL: 'admin@example.org',
  ADMIN_PASSWORD: 'quiet-harbour-tin-27',
  TRUSTED_PROXIES: '10.0.0.0/8, ::ffff:172.16.0.0/108, fc00::/7, 203.0.113.7',
  METRICS_TOKEN: 'c1f04b7d9e2a86335fd08b14e7a9c26d',
  SSO_ISSUER: 'https://www.example.org',
  SSO_KEYS: 'kid1:hs256:hY4mZ8cQw2Xr6TnV1bKs9DfJ3gLp7EaU',
  SMTP_URL: 'smtps://talk:tG6pW2sD8vL1@mail.example.org',
  MAIL_FROM: 'Talk <talk@example.org>',
};

/** Invalid values of each key. */
const BAD: Readonly<Record<string, readonly string[]>> = {
  AUTH_SECRET: [
    '',
    'short',
    'x'.repeat(64),
    'abababababababababababababababababababab',
    'changeme-changeme-changeme-changeme-1234',
    'CHANGE_THIS_TO_A_LONG_RANDOM_STRING_PLEASE',
    'your-secret-key-goes-here-0123456789abcdef',
    'secretsecretsecretsecretsecretsecret9zyx',
    'development-secret-that-nobody-has-changed',
    'test-key-test-key-test-key-test-key-42',
  ],
  PUBLIC_URL: [
    'talk.example.org',
    'http://talk.example.org',
    'http://10.0.0.7',
    'http://127.0.0.2',
    'http://127.0.0.1.example.org',
    'http://localhost.example.org',
    'ftp://talk.example.org',
    'javascript:alert(1)',
    'https://user:hunter2@talk.example.org',
    'https://talk.example.org/?a=1',
    'https://talk.example.org/#top',
    'https://',
  ],
  SITE_ORIGINS: [
    '*',
    'null',
    'https://*.example.org',
    'https://*',
    'http://example.org',
    'https://example.org, http://example.org',
    'https://example.org/blog',
    'https://example.org?x',
    'https://example.org#x',
    'https://user@example.org',
    'https://user:hunter2@example.org',
    'example.org',
    '//example.org',
    'file:///srv/site',
    'chrome-extension://abcdef',
  ],
  TRUSTED_PROXIES: [
    'true',
    '1',
    '*',
    'all',
    'loopback',
    'proxy.internal',
    '0.0.0.0/0',
    '0.0.0.0/1,128.0.0.0/1',
    '::/0',
    '2000::/3',
    '8.0.0.0/7',
    '10.0.0.0/7',
    '::ffff:0:0/96',
    '::ffff:10.0.0.0/103',
    'fc00::/6',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/8/8',
    '10.0.0.256',
  ],
  ADMIN_PASSWORD: [
    'password',
    'password1234',
    'Passw0rd!Passw0rd!',
    'admin-admin-admin',
    'changeme-changeme',
    'short-one',
    '111111111111',
    'abcabcabcabcabc',
    '123456789012345',
    'qwertyuiopasdf',
  ],
  METRICS_TOKEN: ['metrics', 'x'.repeat(40), 'changeme-changeme-changeme-1'],
  PAGE_KEY_SECRET: ['secret of the pages of the site', 'k'.repeat(40), 'short'],
  SSO_KEYS: ['kid1:hs256:short', `kid1:hs256:${'s'.repeat(40)}`, `kid1:hs256:${SECRET}`],
  SSO_ROLES: ['owner'],
  SMTP_URL: ['http://mail.internal', 'mail.internal:25', 'smtp://u:hunter2@mail.internal/?pool=1'],
  MAIL_FROM: ['talk', 'talk@localhost', 'a@example.org, b@example.org', 'a(b)@example.org'],
  MAIL_BOUNCES: ['bounces', 'bounces-of-the-site@example.org'],
  MAIL_BOUNCE_SECRET: ['secret', 'x'.repeat(40), 'changeme-changeme-changeme-1'],
  DKIM_KEY: ['no key at all, hunter2'],
  PAGES_BY_READERS: ['on'],
  DATABASE_URL: ['mysql://u:hunter2@db/x', 'db.internal:5432', 'postgres://[', 'postgresql:'],
  REDIS_URL: ['http://cache.internal', 'cache.internal:6379', 'redis://['],
  PORT: ['http', '-1', '65536', '3000.5'],
  RATE_LIMITS: ['off', 'perhaps'],
  PAGE_CACHE: ['off', 'false'],
  LOG_LEVEL: ['loud'],
};

const SECRETS =
  /hunter2|vJ4kT8nQ2xW6|nB7yH3mK9cR5|q7Vw2LzR9|quiet-harbour|c1f04b7d|hY4mZ8cQ|tG6pW2sD8vL1/;

const cases = Object.entries(BAD).flatMap(([key, values]) =>
  values.map((value) => [key, value] as const),
);

describe('a production configuration', () => {
  it('that is good is taken', () => {
    expect(parseConfig(GOOD).production).toBe(true);
  });

  it.each(['http://127.0.0.1:8080', 'http://localhost:8080', 'http://[::1]:8080'])(
    'may name its own machine without TLS: %s',
    (PUBLIC_URL) => {
      expect(parseConfig({ ...GOOD, PUBLIC_URL }).publicUrl).toBe(PUBLIC_URL);
    },
  );

  it.each(cases)(
    'is refused for %s = %j, by the name of the key and without a secret',
    (key, value) => {
      const refused = faultOf({ ...GOOD, [key]: value });
      expect(refused).toContain(key);
      expect(refused).not.toMatch(SECRETS);
      if (value.length > 20) expect(refused).not.toContain(value);
    },
  );

  it('confirms no addresses without a server for mail', () => {
    const confirming = { ...GOOD, CONFIRM_EMAILS: 'true' };
    expect(parseConfig(confirming).fixedSettings).toEqual({ confirmEmails: true });
    expect(faultOf({ ...confirming, SMTP_URL: '' })).toMatch(/^CONFIRM_EMAILS needs an SMTP_URL/);
  });

  it('lets everybody comment where no address can be confirmed', () => {
    const strict = { ...GOOD, UNCONFIRMED_MAY_COMMENT: 'false' };
    expect(parseConfig(strict).fixedSettings).toEqual({ unconfirmedMayComment: false });
    expect(faultOf({ ...strict, SMTP_URL: '' })).toMatch(
      /^UNCONFIRMED_MAY_COMMENT=false needs an SMTP_URL/,
    );
  });

  it('has sixty ways at least to be refused', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
  });

  it.each([
    ['ADMIN_PASSWORD', 'password1234'],
    ['SITE_ORIGINS', 'https://*.example.org'],
    ['TRUSTED_PROXIES', '0.0.0.0/1'],
  ])('ends the process with one sentence for %s = %s', async (key, value) => {
    await expect(startService({ ...GOOD, [key]: value })).rejects.toThrow(
      new RegExp(`^The service ended with 1: ${key} [^\\n]+\\n$`),
    );
  });
});

function faultOf(env: Environment): string {
  try {
    parseConfig(env);
  } catch (error) {
    return (error as Error).message;
  }
  return 'taken';
}
