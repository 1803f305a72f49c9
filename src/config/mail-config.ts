import ipaddr from 'ipaddr.js';
import { createPrivateKey } from 'node:crypto';
import { ConfigFault } from './config-fault.js';
import { decoded } from './env-values.js';
import { INNER_RANGES } from './inner-ranges.js';
import { isLoopback } from './site-origins.js';

type Env = Readonly<Record<string, string | undefined>>;

/** The server for outgoing mail. */
export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise it starts with STARTTLS. */
  secure: boolean;
  /** Whether the server is on the same machine or in a private network, where TLS is optional. */
  inner: boolean;
  auth: { user: string; pass: string } | null;
}

interface Mailbox {
  name: string;
  address: string;
}

interface DkimKey {
  domainName: string;
  keySelector: string;
  privateKey: string;
}

/** The configuration of outgoing mail and of bounces. */
export interface MailConfig {
  /** Null: mail is recorded in development, and disabled in production. */
  smtp: SmtpServer | null;
  from: Mailbox;
  /** The return address: each mail has a signed tag after its local part. */
  bounces: string | null;
  /** The secret that reports of bounces must contain; null refuses all reports. */
  bounceSecret: string | null;
  dkim: DkimKey | null;
}

const DEVELOPMENT: Mailbox = { name: 'Colloquy', address: 'colloquy@localhost' };
const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };

/** One address without a comment, a quoted string or a list. */
const ADDRESS = /^[\w.!#$%&'*/=?^`{|}~-]+@[A-Za-z0-9.-]+$/;
/** The tag needs room: the part before the `@` has 64 characters at most. */
const BOUNCES = /^[\w.-]{1,11}@[A-Za-z0-9.-]+$/;

/** @throws ConfigFault */
export function parseMail(env: Env): MailConfig {
  const smtp = env.SMTP_URL ? parseSmtp(env.SMTP_URL) : null;
  if (smtp && !env.MAIL_FROM) {
    throw new ConfigFault('SMTP_URL needs a MAIL_FROM, such as "Talk <talk@example.org>".');
  }
  return Object.freeze({
    smtp,
    from: env.MAIL_FROM ? parseFrom(env.MAIL_FROM) : DEVELOPMENT,
    bounces: parseBounces(env.MAIL_BOUNCES),
    bounceSecret: env.MAIL_BOUNCE_SECRET || null,
    dkim: parseDkim(env),
  });
}

function parseSmtp(value: string): SmtpServer {
  const url = URL.canParse(value) ? new URL(value) : null;
  const port = PORTS[url?.protocol ?? ''];
  if (!url?.hostname || !port || !/^\/?$/.test(url.pathname) || url.search || url.hash) {
    throw new ConfigFault(
      'SMTP_URL must look like smtps://user:password@mail.example.org:465, or smtp:// for STARTTLS.',
    );
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: Number(url.port) || port,
    secure: url.protocol === 'smtps:',
    inner: isInner(url.hostname, host),
    auth: url.username
      ? { user: decoded('SMTP_URL', url.username), pass: decoded('SMTP_URL', url.password) }
      : null,
  };
}

/** A host name without a dot is a service of a compose file. */
function isInner(hostname: string, host: string): boolean {
  if (isLoopback(hostname)) return true;
  if (ipaddr.isValid(host)) return INNER_RANGES.has(ipaddr.process(host).range());
  return !host.includes('.');
}

function parseFrom(value: string): Mailbox {
  const [, name, address] = /^(?:"?([^"<>]*?)"? *<)?([^<>]+?)>?$/.exec(value.trim()) ?? [];
  if (!address || !ADDRESS.test(address) || /\p{C}/u.test(name ?? '')) {
    throw new ConfigFault('MAIL_FROM must be one address, such as "Talk <talk@example.org>".');
  }
  return { name: name?.trim() || DEVELOPMENT.name, address };
}

function parseBounces(value: string | undefined): string | null {
  if (!value || BOUNCES.test(value)) return value || null;
  throw new ConfigFault(
    'MAIL_BOUNCES must be one address whose name has at most 11 characters, such as bounces@talk.example.org.',
  );
}

/** @throws ConfigFault also if only some of its settings are set */
function parseDkim(env: Env): DkimKey | null {
  const { domain, selector, key } = {
    domain: env.DKIM_DOMAIN,
    selector: env.DKIM_SELECTOR,
    key: env.DKIM_KEY,
  };
  if (!domain && !selector && !key) return null;
  if (!domain || !selector || !key) {
    throw new ConfigFault('DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY are set together, or none is.');
  }
  if (![domain, selector].every((name) => /^[A-Za-z0-9.-]+$/.test(name))) {
    throw new ConfigFault(
      'DKIM_DOMAIN and DKIM_SELECTOR are names of letters, digits, "." and "-".',
    );
  }
  return { domainName: domain, keySelector: selector, privateKey: parseKey(key) };
}

/** A PEM text; `\n` for line breaks is accepted, as in `.env` files. */
function parseKey(value: string): string {
  const pem = value.replaceAll('\\n', '\n');
  try {
    if (createPrivateKey(pem).asymmetricKeyType === 'rsa') return pem;
  } catch {
    // The error is not reported, because it may quote the private key.
  }
  throw new ConfigFault('DKIM_KEY must be a private RSA key in PEM.');
}
