import { type Facts, judge } from './screening.js';

const facts = (
  author: Partial<Facts['author']> = {},
  post: Partial<Facts['post']> = {},
): Facts => ({
  author: { role: 'member', standing: 'active', ...author },
  post: { mode: 'open', locked: false, ...post },
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
