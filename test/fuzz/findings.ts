/** A kind of fault, and what shows it. */
export interface Fault {
  kind: string;
  says: string;
  count: number;
  /** What sends it again; null until it is as short as it can be. */
  script: string | null;
}

/** A kind of fault is named without the ids and places that differ each time. */
export function kindOf(fault: string): string {
  return fault
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replaceAll(/\/\d+\b/g, '/N')
    .slice(0, 300);
}

/** What is found while something is sent, and whether enough was sent. */
export class Findings {
  sent = 0;
  /** Sending ends with this number. */
  limit = 0;
  /** Sending also ends when each of these was found. */
  wanted: readonly RegExp[] | null = null;
  readonly faults = new Map<string, Fault>();

  get isOver(): boolean {
    const found = this.wanted?.every((pattern) => this.has(pattern)) ?? false;
    return found || this.sent >= this.limit;
  }

  has(pattern: RegExp): boolean {
    return [...this.faults.keys()].some((kind) => pattern.test(kind));
  }

  /** @returns whether this kind is new */
  found(kind: string, says: string): boolean {
    const known = this.faults.get(kind);
    if (known) known.count += 1;
    else this.faults.set(kind, { kind, says, count: 1, script: null });
    return !known;
  }
}
