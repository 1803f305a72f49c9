/** One measured thing, as it stands in the table and in the results. */
export interface Figure {
  /** Told apart by it; goals name it. */
  id: string;
  part: string;
  what: string;
  /** Medians of the rounds; null where there is no rate, as of a start. */
  perSecond: number | null;
  /** Milliseconds. */
  p50: number | null;
  p99: number | null;
  /** Against what, and how much of it: the median of the ratios of neighbouring windows. */
  against: string | null;
  ratio: number | null;
  /** CPU a request, in microseconds. */
  serviceMicros: number | null;
  postgresMicros: number | null;
  /** Resident memory of the service, in MiB. */
  mebibytes: number | null;
  note: string | null;
}

export type FigureDraft = Pick<Figure, 'id' | 'part' | 'what'> & Partial<Figure>;

/** A figure of which most is not known. */
export function figure(known: FigureDraft): Figure {
  const { id, part, what, ...measured } = known;
  return {
    id,
    part,
    what,
    perSecond: null,
    p50: null,
    p99: null,
    against: null,
    ratio: null,
    serviceMicros: null,
    postgresMicros: null,
    mebibytes: null,
    note: null,
    ...measured,
  };
}
