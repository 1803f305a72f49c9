import { parseConfig } from './app-config.js';

const NEW = 'kV2mT9xLq4Rz7YbN1cWf8PsJ5hGd3AeU';
const FORMER = 'Zq4Rz7YbN1cWf8PsJ5hGd3AeUkV2mT9x';

describe('the secret before', () => {
  const previous = (env: Record<string, string>) => parseConfig(env).previousAuthSecret;

  it('is none, unless it is named beside the new one', () => {
    expect(previous({ AUTH_SECRET: NEW })).toBeNull();
    expect(previous({ AUTH_SECRET: NEW, AUTH_SECRET_PREVIOUS: '' })).toBeNull();
    expect(previous({ AUTH_SECRET: NEW, AUTH_SECRET_PREVIOUS: FORMER })).toBe(FORMER);
  });

  it.each([
    ['is the new one', { AUTH_SECRET: NEW, AUTH_SECRET_PREVIOUS: NEW }, /another one/],
    ['stands alone', { AUTH_SECRET: '', AUTH_SECRET_PREVIOUS: FORMER }, /needs an AUTH_SECRET/],
    [
      'is weak in production',
      { AUTH_SECRET: NEW, AUTH_SECRET_PREVIOUS: 'short', NODE_ENV: 'production' },
      /^AUTH_SECRET_PREVIOUS is shorter/,
    ],
  ])('stops the start when it %s', (_, env, message) => {
    expect(() => parseConfig({ DATA_DIR: '/tmp', ...env })).toThrow(message);
  });
});
