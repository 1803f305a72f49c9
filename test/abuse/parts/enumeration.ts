import { hash } from '@node-rs/argon2';
import { randomBytes, randomInt } from 'node:crypto';
import { median, medianInterval } from '../../../bench/percentiles.js';
import { exactly, type Figure, told } from '../../harness/figures.js';
import type { Stage } from '../stage.js';
import type { Part } from './part.js';

/** Tries with each kind of address, in the full form. */
const TRIES = 500;
/** The limit as a share of one password hash: network jitter hides smaller differences. */
const MOST_SHARE = 0.05;
const ADDRESSES = 24;
/** The hash parameters of the service. */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const HASHES = 30;

type Kind = 'known' | 'unknown';

/** One try with an address. */
type Try = (email: string) => { path: string; body: object };

const forget: Try = (email) => ({ path: '/api/v1/auth/forgot-password', body: { email } });
const resend: Try = (email) => ({ path: '/api/v1/auth/verify-email/resend', body: { email } });
const register: Try = (email) => {
  const username = `r${randomBytes(10).toString('hex')}`;
  const account = { email, username, password: 'correct horse battery staple' };
  return { path: '/api/v1/auth/register', body: account };
};

/** Whether an answer or its timing reveals accounts, on a site that confirms addresses first. */
export const enumeration: Part = async (stage, scale) => {
  const unit = await hashMs();
  await setConfirming(stage, true);
  const figures: Figure[] = [told('one password hash', `${unit.toFixed(1)} ms`)];
  for (const [name, one] of Object.entries({ register, forget, resend })) {
    const tried = await tryBoth(stage, one, Math.round(TRIES * scale));
    figures.push(...compare(name, tried, MOST_SHARE * unit, scale === 1));
  }
  await setConfirming(stage, false);
  return figures;
};

interface Tried {
  /** Milliseconds of the tries with each kind of address. */
  took: Record<Kind, number[]>;
  answers: Set<string>;
}

/**
 * The kind of each try is random, so that neither a change of the machine nor the work that
 * follows an answer affects one kind more than the other.
 */
async function tryBoth(stage: Stage, one: Try, tries: number): Promise<Tried> {
  const tried: Tried = { took: { known: [], unknown: [] }, answers: new Set() };
  const { known, unknown } = tried.took;
  for (let nth = 0; Math.min(known.length, unknown.length) < tries; nth++) {
    const kind = randomInt(2) ? 'known' : 'unknown';
    const { path, body } = one(addressOf(stage, kind, nth));
    const at = performance.now();
    const { status, text } = await stage.asker.get({ method: 'POST', path, body });
    tried.took[kind].push(performance.now() - at);
    tried.answers.add(`${status} ${text}`);
  }
  return tried;
}

/**
 * Compares the n-th tries of both kinds, which are neighbours in time. In the full form the median
 * of their difference lies within the bound. The short form also runs beside other work, so it
 * fails only if the whole interval lies beyond the bound.
 */
function compare(name: string, { took, answers }: Tried, bound: number, isFull: boolean): Figure[] {
  const tries = Math.min(took.known.length, took.unknown.length);
  const longer = took.known.slice(0, tries).map((ms, nth) => ms - took.unknown[nth]);
  const { low, middle, high } = medianInterval(longer);
  return [
    exactly(`${name}: different answers`, answers.size, 1),
    told(`${name}: median`, `${median(took.known).toFixed(2)} ms known`),
    {
      what: `${name}: known longer than unknown, median of ${tries}`,
      wanted: `within ±${bound.toFixed(2)} ms`,
      reached: `${middle.toFixed(2)} ms, between ${low.toFixed(2)} and ${high.toFixed(2)}`,
      ok: isFull ? Math.abs(middle) < bound : low < bound && high > -bound,
    },
  ];
}

/**
 * Both kinds have the same length, so that reading and writing them takes the same time. An unknown
 * address is new each time: after a registration it would be a known one.
 */
function addressOf(stage: Stage, kind: Kind, nth: number): string {
  const { username } = stage.writer(nth % ADDRESSES);
  const name = kind === 'known' ? username : randomBytes(username.length).toString('hex');
  return `${name.slice(0, username.length)}@chaos.test`;
}

async function setConfirming(stage: Stage, confirmEmails: boolean): Promise<void> {
  const path = '/api/v1/moderation/settings';
  await stage.asker.json({ method: 'PATCH', path, by: stage.admin, body: { confirmEmails } });
}

async function hashMs(): Promise<number> {
  const took: number[] = [];
  for (let nth = 0; nth < HASHES; nth++) {
    const at = performance.now();
    await hash(randomBytes(16), PARAMETERS);
    took.push(performance.now() - at);
  }
  return median(took);
}
