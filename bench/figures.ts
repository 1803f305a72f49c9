/** One measurement, as in the table and the results. */
export interface Figure {
  /** The unique id, to which goals refer. */
  id: string;
  part: string;
  what: string;
  /** Medians over the rounds; null without a rate, as for a start. */
  perSecond: number | null;
  /** Milliseconds. */
  p50: number | null;
  p99: number | null;
  /** The reference, and the ratio to it: the median of the ratios of neighbouring windows. */
  against: string | null;
  ratio: number | null;
  /** Microseconds of CPU per request. */
  serviceMicros: number | null;
  postgresMicros: number | null;
  /** Resident memory of the service, in MiB. */
  mebibytes: number | null;
  note: string | null;
}

export type FigureDraft = Pick<Figure, 'id' | 'part' | 'what'> & Partial<Figure>;

/** Fills the unknown fields of a figure with null. */
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
