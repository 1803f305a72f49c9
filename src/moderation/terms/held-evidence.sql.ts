import { instantSql } from '../../database/json-text.js';

/** What of a decision is held back as evidence, as `HeldEvidenceView`; null when nothing is, or no longer. */
export function heldEvidence(decisionId: string): string {
  return `(select json_build_object('until', ${instantSql('held.until')}, 'reason', held.reason)
    from evidence_holds held where held.decision_id = ${decisionId} and held.until > now())`;
}
