/**
 * Why a file cannot be imported, as one sentence for the operator, such as
 * `line 812: attribute without quotes (try --lenient)`. It never crosses HTTP, so it is no
 * `DomainError`. Nothing was written when it is thrown.
 */
export class ImportFileFault extends Error {
  /** `line` counts from 1; null when the fault is the file's as a whole. */
  constructor(
    readonly line: number | null,
    readonly reason: string,
    /** Whether it is a mistake of a kind that `--lenient` repairs. */
    readonly repairable = false,
  ) {
    const where = line === null ? '' : `line ${line}: `;
    super(`${where}${reason}${repairable ? ' (try --lenient)' : ''}`);
    this.name = 'ImportFileFault';
  }
}
