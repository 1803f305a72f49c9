import { isSameSecret } from './same-secret.js';

describe('a secret that a caller gives', () => {
  it.each([
    ['secret', true],
    ['Secret', false],
    ['secret ', false],
    ['', false],
  ])('%j is the one that is known: %s', (given, same) => {
    expect(isSameSecret(given, 'secret')).toBe(same);
  });
});
