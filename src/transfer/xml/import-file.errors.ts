/**
 * Why a file cannot be imported, as one sentence for the operator, such as
 * `line 812: attribute without quotes (try --lenient)`. It never crosses HTTP, so it is no
 * `DomainError`. Nothing was written when it is thrown.
 */
export class ImportFileFault extends Error {
  /** @param line counts from 1; null when the fault concerns the whole file */
  constructor(
    readonly line: number | null,
    readonly reason: string,
    /** Whether `--lenient` repairs a fault of this kind. */
    readonly repairable = false,
  ) {
    const where = line === null ? '' : `line ${line}: `;
    super(`${where}${reason}${repairable ? ' (try --lenient)' : ''}`);
    this.name = 'ImportFileFault';
  }
}
