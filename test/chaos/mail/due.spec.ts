import { tellingsOf, UNTOLD_MS, type Written } from './due.js';
import { isHeld, planComments } from './plan.js';

const WRITTEN: Written = {
  key: 'c-1',
  addressing: 'reply',
  asker: 'anna',
  follower: 'ben',
  sentAt: 1_000,
  hidden: null,
  restored: false,
  ignoredAt: null,
};
const dueOf = (known: Partial<Written>) =>
  Object.fromEntries(tellingsOf({ ...WRITTEN, ...known }).map(({ to, due }) => [to, due]));
const IN_TIME = 1_000 + UNTOLD_MS;

describe('whom the mails of a comment are to reach', () => {
  it('is who is addressed, and who follows', () => {
    expect(dueOf({})).toEqual({ anna: true, ben: true });
    expect(dueOf({ addressing: 'mention' })).toEqual({ anna: true, ben: true });
    expect(dueOf({ addressing: 'nobody' })).toEqual({ ben: true });
  });

  it.each(['held', 'removed', 'deleted'] as const)('is nobody of what was %s', (because) => {
    expect(dueOf({ hidden: { because, at: IN_TIME } })).toEqual({ anna: false, ben: false });
    // A mail may already have been in transit by then.
    expect(dueOf({ hidden: { because, at: IN_TIME + 1 } })).toEqual({ anna: null, ben: null });
  });

  it('is everybody of what was put back', () => {
    const hidden = { because: 'removed', at: IN_TIME } as const;
    expect(dueOf({ hidden, restored: true })).toEqual({ anna: true, ben: true });
  });

  it('is nobody who ignores its author', () => {
    expect(dueOf({ ignoredAt: IN_TIME })).toEqual({ anna: false, ben: true });
    expect(dueOf({ ignoredAt: IN_TIME + 1 })).toEqual({ anna: null, ben: true });
  });

  it('is planned the same for a seed, with each fate', () => {
    const size = { comments: 300, posts: 24, ignored: 10, restores: true };
    const plan = planComments('seed', size);
    expect(planComments('seed', size)).toEqual(plan);
    expect(planComments('other', size)).not.toEqual(plan);
    const fates = ['published', 'held', 'approved', 'removed', 'restored', 'deleted', 'ignored'];
    expect(new Set(plan.map(({ fate }) => fate))).toEqual(new Set(fates));
    expect(plan.filter(({ fate }) => fate === 'ignored')).toHaveLength(10);
    for (const { post, fate } of plan)
      expect(isHeld(post)).toBe(fate === 'held' || fate === 'approved');
  });
});
