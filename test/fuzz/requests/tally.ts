import type { ApiDocument } from '../../support/openapi.js';
import { Findings } from '../findings.js';

/**
 * They need the link of a mail, a token of another site, a secret of the operator, a failed job,
 * the code of an app, a passkey, or terms of the site; one answers only with a redirect.
 */
export const OUT_OF_REACH: ReadonlySet<string> = new Set([
  'proofsConfirm',
  'proofsReset',
  'proofsListRecent',
  'proofsTakeBack',
  'proofsRemoveWay',
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
  'linksRemove',
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

/** Counts requests and answers over all senders. */
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

  /** The number of answers with this status or above. */
  countFrom(least: number): number {
    return [...this.statuses].reduce(
      (sum, [status, count]) => sum + (status >= least ? count : 0),
      0,
    );
  }

  /** Operations that have never answered 2xx. */
  get unreached(): string[] {
    return this.api.operations
      .map(({ operationId }) => operationId)
      .filter((id) => !this.succeeded.has(id));
  }

  /** The number of operations that could answer 2xx. */
  get reachable(): number {
    return this.api.operations.length - OUT_OF_REACH.size;
  }

  /** The share of these that did at some time. */
  get reach(): number {
    const missed = this.unreached.filter((id) => !OUT_OF_REACH.has(id));
    return 1 - missed.length / this.reachable;
  }

  /** The operations that succeeded least often: the first ones to lose after a change. */
  get rarest(): string[] {
    return [...this.succeeded]
      .sort(([, one], [, other]) => one - other)
      .slice(0, 5)
      .map(([id, count]) => `${id} ${count}`);
  }
}
