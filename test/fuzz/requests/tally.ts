import type { ApiDocument } from '../../support/openapi.js';
import { Findings } from '../findings.js';

/**
 * They take the link of a mail, a token of another site, a secret of the operator, a job that has failed, the code of an
 * app, a passkey, or terms of the site; one answers with a redirection alone.
 */
const OUT_OF_REACH: ReadonlySet<string> = new Set([
  'proofsConfirm',
  'proofsReset',
  'proofsTakeBack',
  'unsubscribe',
  'unsubscribeOpen',
  'mailedDecisionsLook',
  'mailedDecisionsMake',
  'mailedDecisionsUndo',
  'importedTakeOver',
  'termsAccept',
  'totpConfirm',
  'totpVerify',
  'totpStepUp',
  'totpRenewRecoveryCodes',
  'totpRemove',
  'passkeysBegin',
  'passkeysAdd',
  'passkeysAsk',
  'passkeysSignIn',
  'passkeysRename',
  'passkeysRemove',
  'oidcStart',
  'oidcFinish',
  'oidcLink',
  'ssoSignIn',
  'bouncesTake',
  'failedJobsRetry',
]);

/** What was sent and answered, counted over all that send. */
export class Tally extends Findings {
  readonly statuses = new Map<number, number>();
  private readonly succeeded = new Map<string, number>();

  constructor(private readonly api: ApiDocument) {
    super();
  }

  answered(operationId: string | undefined, status: number): void {
    this.sent += 1;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (operationId !== undefined && status >= 200 && status < 300)
      this.succeeded.set(operationId, (this.succeeded.get(operationId) ?? 0) + 1);
  }

  /** How many answers had a status from here on. */
  countFrom(least: number): number {
    return [...this.statuses].reduce(
      (sum, [status, count]) => sum + (status >= least ? count : 0),
      0,
    );
  }

  /** Operations that have not answered 2xx at any time. */
  get unreached(): string[] {
    return this.api.operations
      .map(({ operationId }) => operationId)
      .filter((id) => !this.succeeded.has(id));
  }

  /** How many operations could answer 2xx. */
  get reachable(): number {
    return this.api.operations.length - OUT_OF_REACH.size;
  }

  /** Of these, the part that has at some time. */
  get reach(): number {
    const missed = this.unreached.filter((id) => !OUT_OF_REACH.has(id));
    return 1 - missed.length / this.reachable;
  }

  /** Those that succeeded least: the first to be lost when something changes. */
  get rarest(): string[] {
    return [...this.succeeded]
      .sort(([, one], [, other]) => one - other)
      .slice(0, 5)
      .map(([id, count]) => `${id} ${count}`);
  }
}
