import { setTimeout as delay } from 'node:timers/promises';
import { Random } from '../../../bench/seed/random.js';
import { check } from '../checks/check.js';
import { Desk } from '../desk.js';
import { FaultMaker, planFaults } from '../faults.js';
import { type Attempt, type History, NOTHING } from '../history.js';
import { readTruth } from '../truth.js';
import { exactly, told } from '../../harness/figures.js';
import { answerFigures, type Ground, type Outcome, scaled } from './scenario.js';

const SIZES = { short: { keys: 40, kills: 1 }, full: { keys: 1_000, kills: 5 } };
const SENDS = 50;
/** Keys that are sent concurrently. */
const LANES = 5;
/** Attempts with another text, a tenth of a second apart. */
const OTHER_TRIES = 1_000;

/** G2: each key is sent fifty times concurrently over both nodes, while nodes are killed. */
export async function idempotency({ site, form, seed, scale }: Ground): Promise<Outcome> {
  const keys = scaled(SIZES[form].keys, scale);
  const kills = scaled(SIZES[form].kills, scale);
  const arena = await site.arena('idempotency');
  const random = (name: string) => new Random(`${seed} idempotency ${name}`);
  const attempts: Attempt[] = [];
  const record = (attempt: Attempt) => void attempts.push(attempt);
  let sent = 0;
  let begun = 0;
  let otherwiseRefused = 0;

  const sendKey = async (nth: number, desks: readonly Desk[], chooser: Random) => {
    const { token } = chooser.pick(site.people.writers);
    const postId = chooser.pick(site.posts);
    const key = `c-${nth}-fifty`;
    const path = `/api/v1/posts/${postId}/comments`;
    const about = { op: 'create' as const, key, postId };
    const call = { method: 'POST', path, token, body: { body: `${key} is said fifty times.` } };
    const settled = desks.map(async (desk) => {
      await desk.settle(about, call);
      sent++;
    });
    await Promise.all(settled);
    // The same key with another text is a different request, and is refused.
    for (let tries = 0; tries < OTHER_TRIES; tries++) {
      const other = { ...call, body: { body: `${key} is something else.` } };
      const { outcome, answer } = await desks[tries % desks.length].send(about, other);
      if (answer?.status === 422) otherwiseRefused++;
      if (outcome !== 'info') return;
      await delay(100);
    }
  };

  const lane = async (nth: number) => {
    const desks = Array.from(
      { length: SENDS },
      (_, at) => new Desk(`sender-${nth}-${at}`, arena, random(`desk ${nth} ${at}`), record),
    );
    const chooser = random(`lane ${nth}`);
    while (begun < keys) await sendKey(++begun, desks, chooser);
  };

  try {
    const startedAt = performance.now();
    const maker = new FaultMaker(arena, random('faults'), 0);
    const none = { databaseKills: 0, terminations: 0, cuts: 0, partitions: 0 };
    const plan = planFaults({ ...none, nodeKills: kills }, random('plan'));
    const faults = maker.run(plan, () => sent / (keys * SENDS));
    await Promise.all(Array.from({ length: LANES }, (_, nth) => lane(nth)));
    const seconds = (performance.now() - startedAt) / 1_000;
    await faults;
    const truth = await readTruth(arena.cluster, arena.database);
    const history: History = { ...NOTHING, attempts, ...truth };
    return {
      history,
      findings: check(history),
      notes: arena.notes,
      figures: [
        exactly('keys', begun, keys),
        exactly(`answers, ${SENDS} a key`, sent, keys * SENDS),
        exactly('nodes killed', maker.done.nodeKills, kills),
        exactly('rows', truth.stored.length, keys),
        exactly('the same key with another text refused', otherwiseRefused, keys),
        told('answers a second', Math.round(sent / seconds)),
        ...answerFigures(attempts),
      ],
    };
  } finally {
    await arena.close();
  }
}
