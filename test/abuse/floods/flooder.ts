import { answerQuestions } from '../../../bench/child.js';
import { keepAsking } from './asking-lane.js';
import { keepJoining, keepSubscribing } from './socket-lanes.js';
import type { Sent, Volume } from './volume.js';
import type { Work } from './work.js';
import { keepUnread } from './unread-lane.js';

const PACE_MS = 4;

const LANES = {
  requests: keepAsking,
  joins: keepJoining,
  subscriptions: keepSubscribing,
  unread: keepUnread,
} as const;

async function flood(volume: Volume): Promise<Sent> {
  const startedAt = performance.now();
  const ends: Record<string, number> = {};
  const left = () => startedAt + volume.ms - performance.now();
  const over = () => left() <= 0;
  const pace = paced(volume.perSecond, startedAt);
  let sent = 0;
  let count = 0;
  const work: Work = {
    volume,
    left,
    over,
    turn: async () => {
      const nth = sent++;
      await pace(nth, over);
      return nth;
    },
    end: (how) => {
      if (over()) return;
      count += 1;
      ends[how] = (ends[how] ?? 0) + 1;
    },
  };
  const lane = LANES[volume.what.kind];
  await Promise.all(Array.from({ length: volume.connections }, (_, at) => lane(work, at)));
  return { count, perSecond: (count / (performance.now() - startedAt)) * 1_000, ends };
}

/** Starts the nth one when it is due. */
function paced(
  perSecond: number | null,
  startedAt: number,
): (nth: number, over: () => boolean) => Promise<void> {
  if (perSecond === null) return async () => undefined;
  const dueAt = (nth: number) => startedAt + (nth / perSecond) * 1_000;
  return async (nth, over) => {
    while (!over() && performance.now() < dueAt(nth))
      await new Promise((resolve) => setTimeout(resolve, PACE_MS));
  };
}

answerQuestions<Volume>(flood);
