import { instantSql } from '../../database/json-text.js';

/**
 * The hold on the evidence of a decision, as `HeldEvidenceView`; null when there is none, or it has
 * ended.
 */
export function heldEvidence(decisionId: string): string {
  return `(select json_build_object('until', ${instantSql('held.until')}, 'reason', held.reason)
    from evidence_holds held where held.decision_id = ${decisionId} and held.until > now())`;
}
