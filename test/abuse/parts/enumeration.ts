import { hash } from '@node-rs/argon2';
import { randomBytes, randomInt } from 'node:crypto';
import { median } from '../../../bench/percentiles.js';
import { exactly, type Figure, told } from '../../harness/figures.js';
import type { Stage } from '../stage.js';
import type { Part } from './part.js';

/** Tries per form: the median of fewer varies by more than the bound. */
const TRIES = 1_000;
/** The limit as a share of one password hash: network jitter hides smaller differences. */
const MOST_SHARE = 0.05;
const ADDRESSES = 24;
/** The hash parameters of the service. */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const HASHES = 30;

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
export const enumeration: Part = async (stage) => {
  const unit = await hashMs();
  await setConfirming(stage, true);
  const figures: Figure[] = [told('one password hash', `${unit.toFixed(1)} ms`)];
  for (const [name, one] of Object.entries({ register, forget, resend })) {
    figures.push(...(await compare(stage, name, one, unit)));
  }
  await setConfirming(stage, false);
  return figures;
};

/** Known and unknown addresses in random order, so that changes of the machine affect both. */
async function compare(stage: Stage, name: string, one: Try, unit: number): Promise<Figure[]> {
  const took = { known: [] as number[], unknown: [] as number[] };
  const answers = new Set<string>();
  for (let pair = 0; pair < TRIES / 2; pair++) {
    const kinds = randomInt(2) ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
    for (const kind of kinds) {
      const { path, body } = one(addressOf(stage, kind, pair));
      const at = performance.now();
      const { status, text } = await stage.asker.get({ method: 'POST', path, body });
      took[kind].push(performance.now() - at);
      answers.add(`${status} ${text}`);
    }
  }
  const [known, unknown] = [median(took.known), median(took.unknown)];
  const apart = Math.abs(known - unknown);
  const bound = MOST_SHARE * unit;
  return [
    exactly(`${name}: different answers`, answers.size, 1),
    told(`${name}: median`, `${known.toFixed(2)} ms known, ${unknown.toFixed(2)} ms unknown`),
    {
      what: `${name}: medians of ${TRIES} tries, apart`,
      wanted: `under ${bound.toFixed(2)} ms`,
      reached: `${apart.toFixed(2)} ms`,
      ok: apart < bound,
    },
  ];
}

/** Both kinds have the same length, so that reading and writing them takes the same time. */
function addressOf(stage: Stage, kind: 'known' | 'unknown', nth: number): string {
  const known = `${stage.writer(nth % ADDRESSES).username}@chaos.test`;
  return kind === 'known' ? known : `x${known.slice(1)}`;
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
