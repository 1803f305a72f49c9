import type { LedBy } from '../terms/decision-actions.js';
import type { DecisionView } from '../terms/decision-view.dto.js';
import { REASON_CATEGORIES } from '../terms/reason-categories.js';

/** The parts of a decision for its record. They contain no text of a user. */
export interface TransparencyFacts extends Pick<
  DecisionView,
  'id' | 'subject' | 'action' | 'reason' | 'rule' | 'ledBy'
> {
  /** Null when no moderator decided. */
  moderatorId: string | null;
  until: Date | null;
  contentAt: Date | null;
  createdAt: Date;
}

/** The restriction of each action in that vocabulary; other actions restrict nothing. */
const BY_ACTION: Readonly<Record<string, object>> = {
  'comment remove': { decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'] },
  'comment hold': { decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'] },
  'comment lock': { decision_visibility: ['DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED'] },
  'user rename': {
    decision_visibility: ['DECISION_VISIBILITY_OTHER'],
    decision_visibility_other: 'The name or the profile text of the account was changed.',
  },
  'user premoderate': {
    decision_visibility: ['DECISION_VISIBILITY_OTHER'],
    decision_visibility_other: 'Comments of the account appear after a moderator has read them.',
  },
  'user suspend': { decision_account: 'DECISION_ACCOUNT_SUSPENDED' },
  'user ban': { decision_account: 'DECISION_ACCOUNT_TERMINATED' },
};

const BY_LED_BY: Readonly<Record<LedBy, { source_type: string; facts: string }>> = {
  notice: { source_type: 'SOURCE_ARTICLE_16', facts: 'after a notice of illegal content' },
  reports: { source_type: 'SOURCE_TYPE_OTHER_NOTIFICATION', facts: 'after reports by readers' },
  rules: { source_type: 'SOURCE_VOLUNTARY', facts: 'after a rule of the site had held it' },
  moderation: { source_type: 'SOURCE_VOLUNTARY', facts: 'on the own initiative of moderation' },
};

/**
 * A decision in the field names of the EU's transparency database of statements of reasons (Digital
 * Services Act, article 24 (5)), in its vocabulary of July 2025. Each site must find out whether it
 * has to send these fields, and whether it thereby complies.
 * @returns null for a decision that restricts nothing, which needs no statement
 */
export function transparencyRecord(facts: TransparencyFacts) {
  const restriction = BY_ACTION[`${facts.subject} ${facts.action}`];
  if (!restriction) return null;
  const { category, explanation } = REASON_CATEGORIES[facts.reason ?? 'other'];
  const { source_type, facts: led } = BY_LED_BY[facts.ledBy];
  const what = facts.subject === 'comment' ? 'A comment in a discussion' : 'An account';
  const by = facts.moderatorId === null ? 'by an automatic measure' : 'by a moderator';
  return {
    puid: facts.id,
    ...restriction,
    ...(facts.until ? { end_date_account_restriction: day(facts.until) } : {}),
    ...groundOf(facts, explanation),
    category: `STATEMENT_CATEGORY_${category}`,
    ...(facts.subject === 'comment'
      ? { content_type: ['CONTENT_TYPE_TEXT'] }
      : { content_type: ['CONTENT_TYPE_OTHER'], content_type_other: 'Account' }),
    content_date: day(facts.contentAt ?? facts.createdAt),
    application_date: day(facts.createdAt),
    decision_facts: `${what}, decided on ${by}, ${led}.`,
    source_type,
    automated_detection: facts.ledBy === 'rules' ? 'Yes' : 'No',
    automated_decision:
      facts.moderatorId === null ? 'AUTOMATED_DECISION_FULLY' : 'AUTOMATED_DECISION_NOT_AUTOMATED',
  };
}

function groundOf({ reason, rule }: TransparencyFacts, explanation: string) {
  if (reason === 'illegal') {
    return {
      decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
      illegal_content_legal_ground: rule ?? 'Not stated',
      illegal_content_explanation: explanation,
    };
  }
  return {
    decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
    incompatible_content_ground: rule ?? 'Rules of the site',
    incompatible_content_explanation: explanation,
  };
}

function day(time: Date): string {
  return time.toISOString().slice(0, 10);
}
