import Negotiator from 'negotiator';

export type Encoding = 'br' | 'gzip';

const ENCODINGS: readonly Encoding[] = ['br', 'gzip'];

/** Cached: browsers send about a dozen different headers. */
const chosen = new Map<string, Encoding | null>();
const MAX_HEADERS = 100;

/** The encoding with the smallest result that `Accept-Encoding` allows; null for none. */
export function chooseEncoding(header: string | undefined): Encoding | null {
  if (header === undefined) return null;
  let choice = chosen.get(header);
  if (choice === undefined) {
    const taken = new Negotiator({ headers: { 'accept-encoding': header } }).encodings(ENCODINGS);
    choice = ENCODINGS.find((encoding) => taken.includes(encoding)) ?? null;
    if (chosen.size === MAX_HEADERS) chosen.clear();
    chosen.set(header, choice);
  }
  return choice;
}
