import { type Facts, judge, stillHeld } from './screening-rules.js';

const facts = (
  author: Partial<Facts['author']> = {},
  post: Partial<Facts['post']> = {},
  heldGuest = false,
): Facts => ({
  author: { role: 'member', standing: 'active', newcomer: false, ...author },
  post: { mode: 'open', locked: false, verified: true, ...post },
  heldGuest,
});

describe('judge', () => {
  it('publishes what no rule speaks about', () => {
    expect(judge(facts())).toEqual({ outcome: 'publish' });
  });

  it('names every rule that holds a draft', () => {
    const verdict = judge(facts({ standing: 'premoderated' }, { mode: 'premoderated' }));
    expect(verdict).toMatchObject({
      outcome: 'hold',
      explanations: [{ rule: 'post-premoderated' }, { rule: 'author-premoderated' }],
    });
  });

  it('explains each hold to the author in a sentence of its own', () => {
    const verdict = judge(
      facts(
        { standing: 'premoderated', newcomer: true },
        { mode: 'premoderated', verified: false },
        true,
      ),
    );
    const details =
      verdict.outcome === 'hold' ? verdict.explanations.map(({ detail }) => detail) : [];
    expect(details).toEqual(
      Array(5).fill(expect.stringMatching(/^[A-Z].+ moderator has read them\.$/)),
    );
    expect(new Set(details).size).toBe(5);
  });

  it('holds the first comments of an account, but of no moderator', () => {
    expect(judge(facts({ newcomer: true }))).toMatchObject({
      outcome: 'hold',
      explanations: [{ rule: 'first-comments' }],
    });
    expect(judge(facts({ newcomer: true, role: 'moderator' }))).toEqual({ outcome: 'publish' });
  });

  it('holds what is written on a page that was not verified, but of no moderator', () => {
    expect(judge(facts({}, { verified: false }))).toMatchObject({
      outcome: 'hold',
      explanations: [{ rule: 'page-unverified' }],
    });
    expect(judge(facts({ role: 'moderator' }, { verified: false }))).toEqual({
      outcome: 'publish',
    });
  });

  it('lets moderators write on a premoderated post at once', () => {
    expect(judge(facts({ role: 'moderator' }, { mode: 'premoderated' }))).toEqual({
      outcome: 'publish',
    });
  });

  it.each([
    [facts({ standing: 'banned' }), 'banned'],
    [facts({ standing: 'suspended' }, { locked: true }), 'suspended'],
    [facts({}, { mode: 'closed', locked: true }), 'closed'],
    [facts({ role: 'admin' }, { locked: true }), 'locked'],
  ])('refuses before it holds: case %#', (given, refusal) => {
    expect(judge(given)).toEqual({ outcome: 'refuse', refusal });
  });
});

describe('stillHeld', () => {
  const reported = { rule: 'reported-by-readers', detail: 'Readers reported it.' };
  const first = { rule: 'first-comments', detail: 'It was among the first.' };

  it('names what the correction is held for, and keeps what held it otherwise', () => {
    const verdict = judge(facts({ standing: 'premoderated' }));
    expect(stillHeld([first, reported], verdict)).toMatchObject([
      { rule: 'author-premoderated' },
      { rule: 'reported-by-readers' },
    ]);
  });

  it('never leaves a held comment without a reason', () => {
    expect(stillHeld([first], { outcome: 'publish' })).toEqual([first]);
  });
});
