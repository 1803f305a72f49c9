import { ACTIONS, LED_BY } from '../terms/decision-actions.js';
import { REASONS } from '../../comments/shape/reason-codes.js';
import { type TransparencyFacts, transparencyRecord } from './transparency.js';

const FACTS: TransparencyFacts = {
  id: '01900000-0000-7000-8000-000000000000',
  subject: 'comment',
  action: 'remove',
  reason: 'hate',
  rule: null,
  ledBy: 'reports',
  moderatorId: '01900000-0000-7000-8000-000000000001',
  until: null,
  contentAt: new Date('2026-04-10T23:00:00Z'),
  createdAt: new Date('2026-04-12T01:00:00Z'),
};

/** The vocabulary of the database, as of July 2025. */
const CATEGORY =
  /^STATEMENT_CATEGORY_(CYBER_VIOLENCE|OTHER_VIOLATION_TC|ILLEGAL_OR_HARMFUL_SPEECH|NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS|DATA_PROTECTION_AND_PRIVACY_VIOLATIONS)$/;

describe('the record of a decision in the names of the transparency database', () => {
  it('is whole for a removed comment', () => {
    expect(transparencyRecord(FACTS)).toEqual({
      puid: FACTS.id,
      decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'],
      decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
      incompatible_content_ground: 'Rules of the site',
      incompatible_content_explanation:
        'It degrades people because of a group that they belong to.',
      category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
      content_type: ['CONTENT_TYPE_TEXT'],
      content_date: '2026-04-10',
      application_date: '2026-04-12',
      decision_facts:
        'A comment in a discussion, decided on by a moderator, after reports by readers.',
      source_type: 'SOURCE_TYPE_OTHER_NOTIFICATION',
      automated_detection: 'No',
      automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
    });
  });

  it('names the law for what is illegal, and the rule of the house for the rest', () => {
    expect(transparencyRecord({ ...FACTS, reason: 'illegal', rule: '§ 130' })).toMatchObject({
      decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
      illegal_content_legal_ground: '§ 130',
    });
    expect(transparencyRecord({ ...FACTS, rule: 'Rule 4' })).toMatchObject({
      decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
      incompatible_content_ground: 'Rule 4',
    });
  });

  it('says what was done to an account, and until when', () => {
    const until = new Date('2026-05-01T12:00:00Z');
    const account = { ...FACTS, subject: 'user', contentAt: null } as const;
    expect(transparencyRecord({ ...account, action: 'suspend', until })).toMatchObject({
      decision_account: 'DECISION_ACCOUNT_SUSPENDED',
      end_date_account_restriction: '2026-05-01',
      content_type: ['CONTENT_TYPE_OTHER'],
      content_date: '2026-04-12',
    });
    expect(transparencyRecord({ ...account, action: 'ban' })).toMatchObject({
      decision_account: 'DECISION_ACCOUNT_TERMINATED',
    });
  });

  it('says what was automatic', () => {
    expect(transparencyRecord({ ...FACTS, action: 'hold', moderatorId: null })).toMatchObject({
      decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'],
      automated_decision: 'AUTOMATED_DECISION_FULLY',
    });
    expect(transparencyRecord({ ...FACTS, ledBy: 'rules' })).toMatchObject({
      automated_detection: 'Yes',
      source_type: 'SOURCE_VOLUNTARY',
    });
    expect(transparencyRecord({ ...FACTS, ledBy: 'notice' })).toMatchObject({
      source_type: 'SOURCE_ARTICLE_16',
    });
  });

  it('has a name for every reason and every way to it', () => {
    for (const reason of [...REASONS, null]) {
      for (const ledBy of LED_BY) {
        const record = transparencyRecord({ ...FACTS, reason, ledBy })!;
        expect(record.category).toMatch(CATEGORY);
        expect(record.source_type).toMatch(/^SOURCE_/);
      }
    }
  });

  it('is none where nothing is restricted', () => {
    const restricting = ACTIONS.filter((action) => transparencyRecord({ ...FACTS, action }));
    expect(restricting.sort()).toEqual(['hold', 'lock', 'remove']);
    const onAccounts = ACTIONS.filter((action) =>
      transparencyRecord({ ...FACTS, subject: 'user', action }),
    );
    expect(onAccounts.sort()).toEqual(['ban', 'premoderate', 'rename', 'suspend']);
  });
});
