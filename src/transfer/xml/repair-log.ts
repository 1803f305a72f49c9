/** A repair by `--lenient`: its line, and a sentence about it. */
export interface Repair {
  line: number;
  what: string;
}

/** A file can be wrong on every line. The report has the count, and the first lines. */
const MAX_LISTED = 1_000;

/** The repairs of a file: all are counted, the first thousand are listed. */
export class RepairLog {
  readonly list: Repair[] = [];
  count = 0;

  note(line: number, what: string): void {
    this.count += 1;
    if (this.list.length < MAX_LISTED) this.list.push({ line, what });
  }

  /** In the order of the file. */
  sorted(): Repair[] {
    return this.list.toSorted((a, b) => a.line - b.line);
  }
}
