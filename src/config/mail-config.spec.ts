import { generateKeyPairSync } from 'node:crypto';
import { parseMail } from './mail-config.js';

const FROM = { MAIL_FROM: 'Talk <talk@example.org>' };
const smtpOf = (SMTP_URL: string) => parseMail({ SMTP_URL, ...FROM }).smtp;
const pemOf = (type: 'rsa' | 'ed25519') =>
  (type === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync(type)
  ).privateKey
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();

describe('the mail of the environment', () => {
  it('is none, and comes from this machine, where nothing is said', () => {
    expect(parseMail({ SMTP_URL: '', MAIL_FROM: '' })).toEqual({
      smtp: null,
      from: { name: 'Colloquy', address: 'colloquy@localhost' },
      bounces: null,
      bounceSecret: null,
      dkim: null,
    });
  });

  it('goes to a server by TLS, or by what begins with STARTTLS', () => {
    expect(smtpOf('smtps://us%40er:p%3Aw%25@mail.example.org')).toEqual({
      host: 'mail.example.org',
      port: 465,
      secure: true,
      inner: false,
      auth: { user: 'us@er', pass: 'p:w%' },
    });
    expect(smtpOf('smtp://mail.example.org:2525/')).toMatchObject({
      port: 2525,
      secure: false,
      inner: false,
      auth: null,
    });
  });

  it.each([
    ['smtp://127.0.0.1', true],
    ['smtp://localhost', true],
    ['smtp://[::1]:25', true],
    ['smtp://postfix', true],
    ['smtp://10.1.2.3', true],
    ['smtp://[fd00::1]', true],
    ['smtp://203.0.113.7', false],
    ['smtp://[2001:db8::1]', false],
    ['smtp://mail.example.org', false],
  ])('%s is of the own network: %j', (url, inner) => {
    expect(smtpOf(url)!.inner).toBe(inner);
  });

  it.each([
    ['Talk <talk@example.org>', { name: 'Talk', address: 'talk@example.org' }],
    ['"Диспут, сайт" <talk@example.org>', { name: 'Диспут, сайт', address: 'talk@example.org' }],
    ['talk@example.org', { name: 'Colloquy', address: 'talk@example.org' }],
    ['<talk@example.org>', { name: 'Colloquy', address: 'talk@example.org' }],
  ])('comes from %s', (MAIL_FROM, from) => {
    expect(parseMail({ MAIL_FROM }).from).toEqual(from);
  });

  it('is signed by a key, also on one line', () => {
    const [key, names] = [pemOf('rsa'), { DKIM_DOMAIN: 'example.org', DKIM_SELECTOR: 'talk' }];
    const dkim = { domainName: 'example.org', keySelector: 'talk', privateKey: key };
    expect(parseMail({ ...names, DKIM_KEY: key }).dkim).toEqual(dkim);
    expect(parseMail({ ...names, DKIM_KEY: key.replaceAll('\n', '\\n') }).dkim).toEqual(dkim);
    expect(() => parseMail({ ...names, DKIM_KEY: pemOf('ed25519') })).toThrow(/^DKIM_KEY must/);
  });

  it.each([
    [{ SMTP_URL: 'smtp://mail.example.org' }, /^SMTP_URL needs a MAIL_FROM/],
    [{ ...FROM, SMTP_URL: 'http://mail.example.org' }, /^SMTP_URL must look/],
    [{ ...FROM, SMTP_URL: 'mail.example.org:25' }, /^SMTP_URL must look/],
    [{ ...FROM, SMTP_URL: 'smtp://mail.example.org/?pool=true' }, /^SMTP_URL must look/],
    [{ ...FROM, SMTP_URL: 'smtp://a:%zz@mail.example.org' }, /^SMTP_URL/],
    [{ MAIL_FROM: 'Talk' }, /^MAIL_FROM must/],
    [{ MAIL_FROM: 'a@example.org, b@example.org' }, /^MAIL_FROM must/],
    [{ MAIL_FROM: 'Talk (the site) <talk(x)@example.org>' }, /^MAIL_FROM must/],
    [{ MAIL_FROM: 'Talk\u0007 <talk@example.org>' }, /^MAIL_FROM must/],
    [{ MAIL_BOUNCES: 'bounces' }, /^MAIL_BOUNCES must/],
    [{ MAIL_BOUNCES: 'bounces-of-mail@example.org' }, /^MAIL_BOUNCES must/],
    [{ DKIM_DOMAIN: 'example.org' }, /^DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY/],
    [{ DKIM_DOMAIN: 'a b', DKIM_SELECTOR: 'x', DKIM_KEY: 'y' }, /are names/],
    [{ DKIM_DOMAIN: 'a', DKIM_SELECTOR: 'x', DKIM_KEY: 'y' }, /^DKIM_KEY must/],
  ])('stops the start for %j', (env, message) => {
    expect(() => parseMail(env)).toThrow(message);
  });
});
