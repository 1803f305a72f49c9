import { type Figure, figure, type FigureDraft } from './figures.js';
import type { Outcome } from './load/load.js';
import { median } from './percentiles.js';
import { cpuOf, cpuOfServer, MEASURES_PROCESSES } from './processes.js';

/** A measured variant, or a reference for others. */
export interface Contender {
  id: string;
  run(seconds: number): Promise<Outcome>;
}

/** One window of a contender, with the CPU per request. */
export interface Window extends Outcome {
  serviceMicros: number;
  postgresMicros: number;
}

export interface Rounds {
  count: number;
  /** Length of each window. */
  seconds: number;
}

/** The processes whose CPU is counted; references use none of the service. */
export interface Watched {
  servicePid: number;
  postmasterPid: number;
}

/**
 * Measures contenders in turn (A B C A B C ...), so that a temporary slowdown of the machine
 * affects all of them. The results are medians, and ratios between neighbours.
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

/** The windows of all rounds, by contender. */
export class Measured {
  constructor(private readonly windows: ReadonlyMap<string, readonly Window[]>) {}

  /** The median of one number over all windows of a contender. */
  median(id: string, of: keyof Window): number {
    return median(this.windows.get(id)!.map((window) => window[of]));
  }

  /** The median, over the rounds, of the ratio between two contenders. */
  ratio(id: string, to: string, of: keyof Window = 'perSecond'): number {
    const other = this.windows.get(to)!;
    return median(this.windows.get(id)!.map((window, round) => window[of] / other[round][of]));
  }

  /**
   * The lag of a contender behind two equal ones, in units of the difference between those two: a
   * measure of significance. With medians of all rounds one quiet moment gives no zero difference.
   */
  shortfall(id: string, alike: readonly [string, string]): number {
    const rates = (of: string) => this.windows.get(of)!.map(({ perSecond }) => perSecond);
    const [one, other] = alike.map(rates);
    const behind = rates(id).map((rate, round) => (one[round] + other[round]) / 2 - rate);
    const spread = median(one.map((rate, round) => Math.abs(rate - other[round])));
    return Math.max(0, median(behind)) / spread;
  }

  /** A contender as a row of the table, with its reference. */
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
