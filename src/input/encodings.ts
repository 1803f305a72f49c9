import Negotiator from 'negotiator';

export type Encoding = 'br' | 'gzip';

const ENCODINGS: readonly Encoding[] = ['br', 'gzip'];

/** Browsers send a dozen different headers: each is read once. */
const chosen = new Map<string, Encoding | null>();
const MAX_HEADERS = 100;

/** The smallest form that a caller takes, by its `Accept-Encoding`; null is the plain one. */
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
