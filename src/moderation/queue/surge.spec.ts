import { isSurge } from './surge.js';

const QUIET = { comments: 0, newComments: 0, votes: 0, newVotes: 0, newAccounts: 0 };

describe('a surge', () => {
  it('is many comments of several new accounts', () => {
    const branch = { ...QUIET, comments: 12, newComments: 10, newAccounts: 5 };
    expect(isSurge(branch)).toBe(true);
    expect(isSurge({ ...branch, newAccounts: 4 })).toBe(false);
    expect(isSurge({ ...branch, newComments: 9 })).toBe(false);
  });

  it('is many votes of them', () => {
    const branch = { ...QUIET, votes: 40, newVotes: 20, newAccounts: 20 };
    expect(isSurge(branch)).toBe(true);
    expect(isSurge({ ...branch, newVotes: 19 })).toBe(false);
  });

  it('is none among people who are known', () => {
    expect(isSurge({ ...QUIET, comments: 100, newComments: 20, newAccounts: 20 })).toBe(false);
    expect(isSurge({ ...QUIET, votes: 100, newVotes: 49, newAccounts: 49 })).toBe(false);
  });
});
