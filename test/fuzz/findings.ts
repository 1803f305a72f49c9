/** A kind of fault, with evidence. */
export interface Fault {
  kind: string;
  says: string;
  count: number;
  /** The script that reproduces it; null until it is minimal. */
  script: string | null;
}

/** Names a kind of fault, without the ids and positions that differ each time. */
export function kindOf(fault: string): string {
  return fault
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replaceAll(/\/\d+\b/g, '/N')
    .slice(0, 300);
}

/** The faults found while sending, and whether enough was sent. */
export class Findings {
  sent = 0;
  /** Sending stops at this count. */
  limit = 0;
  /** Sending also stops when each of these was found. */
  wanted: readonly RegExp[] | null = null;
  readonly faults = new Map<string, Fault>();

  get isOver(): boolean {
    const found = this.wanted?.every((pattern) => this.has(pattern)) ?? false;
    return found || this.sent >= this.limit;
  }

  has(pattern: RegExp): boolean {
    return [...this.faults.keys()].some((kind) => pattern.test(kind));
  }

  /** @returns whether this kind of fault is new */
  found(kind: string, says: string): boolean {
    const known = this.faults.get(kind);
    if (known) known.count += 1;
    else this.faults.set(kind, { kind, says, count: 1, script: null });
    return !known;
  }
}
