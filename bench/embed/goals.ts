/** A figure of the embedded discussion, and its upper limit. */
export interface Line {
  what: string;
  reached: number;
  atMost?: number;
}

export function fails({ reached, atMost = Infinity }: Line): boolean {
  return !(reached <= atMost);
}

/** The table that the command prints. */
export function told(lines: readonly Line[]): Record<string, object> {
  return Object.fromEntries(
    lines.map((line) => [
      line.what,
      {
        reached: Math.round(line.reached * 100) / 100,
        goal: line.atMost === undefined ? '' : `at most ${line.atMost}`,
        ok: line.atMost === undefined ? '' : fails(line) ? 'no' : 'yes',
      },
    ]),
  );
}
