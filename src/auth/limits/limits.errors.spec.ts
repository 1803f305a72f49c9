import { toProblem } from '../../problems/problem.js';
import { inWords, TooManyRequests } from './limits.errors.js';

describe('a refusal by a limit', () => {
  it('says in plain words what came too often, from whom, and when to try again', () => {
    const spent = {
      limit: 'comments',
      what: 'comments',
      from: 'your account',
      seconds: 60,
      grows: true,
    };
    const error = new TooManyRequests(spent, { limit: 10, remaining: 0, reset: 42 });
    expect(toProblem(error)).toEqual({
      type: '/problems/too-many-requests',
      title: 'Too many requests',
      status: 429,
      detail:
        'Too many comments from your account within a minute. ' +
        'A new account may send more when it is older. Try again in 42 seconds.',
      limit: 'comments',
    });
    expect(error.retryAfter).toBe(42);
  });

  it.each([
    [1, 'a second'],
    [59, '59 seconds'],
    [60, 'a minute'],
    [61, '61 seconds'],
    [121, '3 minutes'],
    [300, '5 minutes'],
    [3_600, 'an hour'],
    [86_400, 'a day'],
  ])('calls %d seconds %s', (seconds, words) => {
    expect(inWords(seconds)).toBe(words);
  });
});
