import { setTimeout as delay } from 'node:timers/promises';
import { Random } from '../../../bench/seed/random.js';
import { atLeast, exactly, told } from '../../harness/figures.js';
import { say } from '../../harness/say.js';
import { check } from '../checks/check.js';
import { copiesOf } from '../checks/mails.js';
import { Desk } from '../desk.js';
import { type Attempt, type History, NOTHING } from '../history.js';
import { tellingsOf } from '../mail/due.js';
import { MailFaults, planMailFaults } from '../mail/mail-faults.js';
import { openMailedSite } from '../mail/mailed-site.js';
import { MailedTalk } from '../mail/mailed-talk.js';
import { type Planned, planComments } from '../mail/plan.js';
import { PostOffice } from '../mail/post-office.js';
import { WaitingMails } from '../mail/waiting-mails.js';
import type { MutantName } from '../options.js';
import { readTruth } from '../truth.js';
import { answerFigures, broken, type Ground, type Outcome, scaled } from './scenario.js';

interface Size {
  comments: number;
  rate: number;
  writers: number;
  readers: number;
  posts: number;
  ignored: number;
  restores: boolean;
  kills: number;
  awayMs: number;
}

const SIZES: Readonly<Record<'short' | 'full' | 'mutant', Size>> = {
  short: {
    comments: 300,
    rate: 25,
    writers: 12,
    readers: 24,
    posts: 24,
    ignored: 10,
    restores: true,
    kills: 2,
    awayMs: 5_000,
  },
  full: {
    comments: 5_000,
    rate: 40,
    writers: 16,
    readers: 100,
    posts: 200,
    ignored: 50,
    restores: true,
    kills: 5,
    awayMs: 60_000,
  },
  mutant: {
    comments: 90,
    rate: 25,
    writers: 8,
    readers: 12,
    posts: 12,
    ignored: 3,
    restores: false,
    kills: 2,
    awayMs: 0,
  },
};

const PASSES_EACH_MS = 500;
const LOOKED_EACH_MS = 500;
const TOLD_EACH_MS = 10_000;
/** Without a change for this long, the rest stays. A killed worker pool is detected after 40 s. */
const STALLED_MS = 90_000;

/**
 * People write; some comments are hidden or by an ignored author before their mails are due. Nodes
 * are killed while they send, and the mail server refuses and is down. Every mail arrives.
 */
export async function mail({ site, form, seed, scale, mutant }: Ground): Promise<Outcome> {
  const size = mutant ? sizeOf(mutant) : sized(SIZES[form], scale);
  const random = (name: string) => new Random(`${seed} mail ${name}`);
  const office = await PostOffice.open(random('office'));
  const arena = await site.arena(mutant ?? 'mail', { mutant, env: office.env });
  const attempts: Attempt[] = [];
  const desk = (name: string) =>
    new Desk(name, arena, random(name), (attempt) => void attempts.push(attempt));
  const waiting = await WaitingMails.open(arena, PASSES_EACH_MS);
  const faults = new MailFaults(arena, office, size.awayMs);
  let telling: NodeJS.Timeout | undefined;
  try {
    const posts = await openMailedSite(arena, site.people, desk('furnisher'), size);
    const plan = planComments(seed, size);
    const talk = new MailedTalk(plan, posts, site.people, size.rate);
    const due = plan.reduce((sum, planned) => sum + dueOf(planned), 0);
    telling = setInterval(
      () => say(`  ${talk.written.length} written, ${office.told} of ${due} mailed`),
      TOLD_EACH_MS,
    );
    const striking = faults.run(
      planMailFaults(size.kills, size.awayMs > 0),
      () => office.told / due,
    );
    const writing = Promise.all(
      site.people.writers
        .slice(0, size.writers)
        .map((person, nth) =>
          talk.write(desk(`writer-${nth + 1}`), person, random(`writer ${nth}`)),
        ),
    );
    await Promise.all([writing, talk.restore(desk('restorer'), writing)]);
    const left = await untilMailed(waiting, office);
    faults.end();
    await striking;
    const tellings = talk.written.flatMap(tellingsOf);
    const history: History = {
      ...NOTHING,
      attempts,
      tellings,
      mails: office.mails,
      kills: faults.kills,
      ...(await readTruth(arena.cluster, arena.database)),
    };
    const findings = check(history);
    const of = (fits: (due: boolean | null) => boolean) => tellings.filter((one) => fits(one.due));
    return {
      history,
      findings,
      notes: arena.notes,
      figures: [
        exactly('comments acknowledged', talk.written.length, size.comments),
        exactly('nodes killed while they sent mails', faults.kills.length, size.kills),
        atLeast(
          'seconds without a mail server',
          Math.round(office.awayMs / 1_000),
          size.awayMs / 1_000,
        ),
        told('mails that came', office.mails.length),
        told('tries that were refused for now', office.refused),
        told('mails that came again, under way at a kill', copiesOf(office.mails)),
        atLeast('readers mailed of a comment', office.told, of((one) => one === true).length),
        broken('of these never mailed', findings, 'due-is-mailed'),
        broken('mailed twice', findings, 'mailed-once'),
        told('readers from whom a comment was hidden in time', of((one) => one === false).length),
        broken('of these mailed', findings, 'hidden-is-not-mailed'),
        told('hidden too late to say', of((one) => one === null).length),
        exactly('left to be mailed', left, 0),
        ...answerFigures(attempts),
        exactly('processes that ended by themselves', arena.deaths.length, 0),
      ],
    };
  } finally {
    clearInterval(telling);
    faults.end();
    await waiting.close();
    await arena.close();
    await office.close();
  }
}

/** A kill costs time, so only the mutant that needs kills gets them. */
function sizeOf(mutant: MutantName): Size {
  return { ...SIZES.mutant, kills: mutant === 'mail-id-of-each-try' ? SIZES.mutant.kills : 0 };
}

function sized(size: Size, scale: number): Size {
  if (scale === 1) return size;
  return {
    ...size,
    comments: Math.max(size.posts, scaled(size.comments, scale)),
    ignored: scaled(size.ignored, Math.min(1, scale)),
    kills: scaled(size.kills, scale),
  };
}

/** How many readers a planned comment should reach. */
function dueOf({ fate, addressing }: Planned): number {
  if (fate === 'held' || fate === 'removed' || fate === 'deleted') return 0;
  return addressing === 'nobody' || fate === 'ignored' ? 1 : 2;
}

/** @returns what still waits when nothing changes any more */
async function untilMailed(waiting: WaitingMails, office: PostOffice): Promise<number> {
  let left = await waiting.count();
  let changedAt = performance.now();
  while (left > 0 && performance.now() - changedAt < STALLED_MS) {
    await delay(LOOKED_EACH_MS);
    // While the server is down, hurrying would use up all attempts at once.
    if (!office.isAway) await waiting.hurry();
    const now = await waiting.count();
    if (now !== left) changedAt = performance.now();
    left = now;
  }
  return left;
}
