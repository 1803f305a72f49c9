import type { Reason } from '../../comments/shape/reason-codes.js';

interface LegalCategory {
  category: string;
  explanation: string;
}

/** The category of each reason in the EU's transparency database, and a sentence for it. */
export const REASON_CATEGORIES: Readonly<Record<Reason, LegalCategory>> = {
  abusive: { category: 'CYBER_VIOLENCE', explanation: 'It attacks other people.' },
  offensive: { category: 'OTHER_VIOLATION_TC', explanation: 'It uses offensive words.' },
  harassment: { category: 'CYBER_VIOLENCE', explanation: 'It pursues or intimidates somebody.' },
  hate: {
    category: 'ILLEGAL_OR_HARMFUL_SPEECH',
    explanation: 'It degrades people because of a group that they belong to.',
  },
  spam: { category: 'OTHER_VIOLATION_TC', explanation: 'It is spam.' },
  advertising: { category: 'OTHER_VIOLATION_TC', explanation: 'It is advertising.' },
  off_topic: { category: 'OTHER_VIOLATION_TC', explanation: 'It is not about the subject.' },
  misinformation: {
    category: 'NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS',
    explanation: 'It states as a fact what is known to be false.',
  },
  personal_data: {
    category: 'DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
    explanation: 'It tells private things about somebody.',
  },
  illegal: {
    category: 'ILLEGAL_OR_HARMFUL_SPEECH',
    explanation: 'It is considered to be against the law.',
  },
  other: {
    category: 'OTHER_VIOLATION_TC',
    explanation: 'It does not follow the rules of the site.',
  },
};
