import { LANGUAGES } from '../../text/plain/languages.js';
import { isTold, statementText } from './statement-text.js';

const PARTS = {
  action: 'remove',
  language: 'en',
  canned: 'It advertises something.',
  rule: null,
  until: null,
  text: null,
} as const;

describe('a statement of reasons', () => {
  it('says what was done and why, and then what the moderator adds', () => {
    expect(statementText({ ...PARTS, rule: '§ 4', text: 'Your shop is not our subject.' })).toBe(
      'Moderation has removed your comment. It advertises something. (§ 4)\n\nYour shop is not our subject.',
    );
  });

  it('says until when a suspension lasts, in every language', () => {
    for (const language of LANGUAGES) {
      const until = '2027-01-31T12:30:00.000Z';
      const text = statementText({ ...PARTS, action: 'suspend', language, until });
      expect(text).toContain('2027-01-31 12:30 UTC');
      expect(text).not.toContain('{');
    }
  });

  it('is made of what somebody loses or gets back, and not of what is put on a comment', () => {
    expect(['remove', 'ban', 'hold', 'undo'].every(isTold)).toBe(true);
    expect(['pin', 'unpin', 'feature', 'unfeature', 'note', 'dismiss'].some(isTold)).toBe(false);
  });
});
