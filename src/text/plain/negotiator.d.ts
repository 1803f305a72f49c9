/** Only the parts that are used; the package has no types. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { headers: Record<string, string> });
    /** Those of `available` that are taken, the best first. */
    encodings(available: readonly string[]): string[];
    /** All that are named, the best first. */
    languages(): string[];
  }
}
