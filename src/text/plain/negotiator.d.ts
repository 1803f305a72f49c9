/** Only the parts that are used; the package has no types. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { headers: Record<string, string> });
    /** The acceptable encodings of `available`, best first. */
    encodings(available: readonly string[]): string[];
    /** All languages in the header, best first. */
    languages(): string[];
  }
}
