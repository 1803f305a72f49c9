import { type Figure, figure, type FigureDraft } from './figures.js';
import type { Outcome } from './load/load.js';
import { median } from './percentiles.js';
import { cpuOf, cpuOfServer, MEASURES_PROCESSES } from './processes.js';

/** Something that is measured in turn with others, or that others are measured against. */
export interface Contender {
  id: string;
  run(seconds: number): Promise<Outcome>;
}

/** One window of a contender, with the CPU that a request took in it. */
export interface Window extends Outcome {
  serviceMicros: number;
  postgresMicros: number;
}

export interface Rounds {
  count: number;
  /** Of each window. */
  seconds: number;
}

/** Whose CPU is counted; the reference runs in processes of its own and has none of the service. */
export interface Watched {
  servicePid: number;
  postmasterPid: number;
}

/**
 * Measures contenders in turn (A B C A B C ...), so that a machine that slows down for a while slows
 * them all down. What comes of it are medians and ratios of neighbours.
 */
export async function interleave(
  contenders: readonly Contender[],
  rounds: Rounds,
  watched: Watched,
): Promise<Measured> {
  const windows = new Map<string, Window[]>(contenders.map(({ id }) => [id, []]));
  for (let round = 0; round < rounds.count; round++) {
    for (const contender of contenders) {
      const window = await measure(() => contender.run(rounds.seconds), watched);
      windows.get(contender.id)!.push(window);
    }
  }
  return new Measured(windows);
}

async function measure(run: () => Promise<Outcome>, watched: Watched): Promise<Window> {
  const cpu = () =>
    MEASURES_PROCESSES
      ? [cpuOf(watched.servicePid), cpuOfServer(watched.postmasterPid)]
      : [NaN, NaN];
  const [service, postgres] = cpu();
  const outcome = await run();
  const [serviceThen, postgresThen] = cpu();
  return {
    ...outcome,
    serviceMicros: (serviceThen - service) / outcome.answers,
    postgresMicros: (postgresThen - postgres) / outcome.answers,
  };
}

/** The windows of some rounds, by contender. */
export class Measured {
  constructor(private readonly windows: ReadonlyMap<string, readonly Window[]>) {}

  /** The median of one number of all windows of a contender. */
  median(id: string, of: keyof Window): number {
    return median(this.windows.get(id)!.map((window) => window[of]));
  }

  /** How a contender stands to another, round by round; the median of it. */
  ratio(id: string, to: string, of: keyof Window = 'perSecond'): number {
    const other = this.windows.get(to)!;
    return median(this.windows.get(id)!.map((window, round) => window[of] / other[round][of]));
  }

  /**
   * How far a contender falls behind two that do the same, counted in the difference between those two: how much of
   * it is more than chance. Medians of all rounds, so that one quiet moment does not make the difference nothing.
   */
  shortfall(id: string, alike: readonly [string, string]): number {
    const rates = (of: string) => this.windows.get(of)!.map(({ perSecond }) => perSecond);
    const [one, other] = alike.map(rates);
    const behind = rates(id).map((rate, round) => (one[round] + other[round]) / 2 - rate);
    const spread = median(one.map((rate, round) => Math.abs(rate - other[round])));
    return Math.max(0, median(behind)) / spread;
  }

  /** A contender as a row of the table, beside the one that it is measured against. */
  figure(known: FigureDraft, of: keyof Window = 'perSecond'): Figure {
    const { id, against = null } = known;
    return figure({
      perSecond: this.median(id, 'perSecond'),
      p50: this.median(id, 'p50'),
      p99: this.median(id, 'p99'),
      serviceMicros: this.median(id, 'serviceMicros'),
      postgresMicros: this.median(id, 'postgresMicros'),
      ratio: against === null ? null : this.ratio(id, against, of),
      ...known,
    });
  }
}
