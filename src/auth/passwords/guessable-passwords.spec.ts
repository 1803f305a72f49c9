import { InvalidInput } from '../../problems/general.errors.js';
import { assertHardToGuess } from './guessable-passwords.js';

const NAMES = ['anna.k', 'Анна Каренина', 'anna.karenina@example.org'];

describe('assertHardToGuess', () => {
  it.each(['password', 'Password', '12345678', 'qwertyuiop', 'iloveyou', 'trustno1', 'PASSWORD1'])(
    'refuses %s, which everybody guesses',
    async (password) => {
      await expect(assertHardToGuess(password, NAMES)).rejects.toThrow(InvalidInput);
    },
  );

  it.each([
    'anna.karenina@example.org',
    'AnnaKarenina',
    'anna.karenina1877',
    'karenina2026!',
    '***anna***',
    'Каренина1',
    'анна_каренина',
    'anna.k.1234',
  ])('refuses %s, which is a name of the account', async (password) => {
    await expect(assertHardToGuess(password, NAMES)).rejects.toThrow(InvalidInput);
  });

  it.each([
    'correct horse battery',
    'karenina takes the train',
    'anna hates trains 7',
    'пять зелёных рыб',
    'Tr0ub4dor&3xyz',
  ])('takes %s', async (password) => {
    await expect(assertHardToGuess(password, NAMES)).resolves.toBeUndefined();
  });

  it('names the field that it is told', async () => {
    await expect(assertHardToGuess('password', [], '/new')).rejects.toMatchObject({
      errors: [expect.objectContaining({ pointer: '/new' })],
    });
  });
});
