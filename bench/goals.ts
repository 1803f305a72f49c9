/** The goals, as ratios between figures of the same run on the same machine. */
const GOALS = {
  cached: { what: 'cached page, requests/s against bare node:http', atLeast: 0.8 },
  notModified: { what: '304, requests/s against the same 200', atLeast: 1 },
  busy: { what: 'cached page while 200 comments/s arrive, against bare node:http', atLeast: 0.5 },
  uncached: { what: 'uncached page, requests/s against bare node:http', atLeast: 0.06 },
  uncachedRaw: { what: 'uncached page, requests/s against raw pg, same SQL', atLeast: 0.75 },
  size: { what: 'p50 of an uncached page, largest thread against smallest', atMost: 1.25 },
  celebrities: {
    what: 'p50 of a page with comments of 2,000 replies, against a normal one',
    atMost: 2.5,
  },
  posting: {
    what: 'comments/s into one thread, 32 writers, against raw single-row inserts',
    atLeast: 0.6,
  },
  hot: { what: 'comments/s into one thread against many, 32 writers', atLeast: 0.9 },
  told: {
    what: 'comments/s that mails to 1,000 followers cost, in differences of two runs without',
    atMost: 3,
  },
  votes: { what: 'votes/s on one comment against many', atLeast: 0.9 },
  lists: { what: 'p50 of the slowest read of a large site, against an uncached page', atMost: 5 },
  rounds: { what: 'slowest statement of background work on a large site, ms', atMost: 200 },
  largeStart: { what: 'start of a node on a large site, s', atMost: 5 },
} satisfies Record<string, { what: string; atLeast?: number; atMost?: number }>;

export type GoalId = keyof typeof GOALS;

export interface Verdict {
  goal: GoalId;
  what: string;
  wanted: string;
  reached: number;
  ok: boolean;
}

/** Compares measurements with their goals; goals without a measurement are omitted. */
export function judge(reached: Partial<Record<GoalId, number>>): Verdict[] {
  return (Object.keys(GOALS) as GoalId[]).flatMap((goal) => {
    const value = reached[goal];
    if (value === undefined) return [];
    const { what, atLeast = -Infinity, atMost = Infinity }: Bounds = GOALS[goal];
    const wanted = atMost === Infinity ? `at least ${atLeast}` : `at most ${atMost}`;
    return [{ goal, what, wanted, reached: value, ok: value >= atLeast && value <= atMost }];
  });
}

interface Bounds {
  what: string;
  atLeast?: number;
  atMost?: number;
}
