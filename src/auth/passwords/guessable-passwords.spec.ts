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

  it('refuses a name of three letters with digits, and asks nothing of shorter parts', async () => {
    const names = ['ann', 'K. Al', null];
    await expect(assertHardToGuess('ann123456', names)).rejects.toThrow(InvalidInput);
    await expect(assertHardToGuess('al1234567', names)).resolves.toBeUndefined();
    await expect(assertHardToGuess('1234-5678-90', names)).resolves.toBeUndefined();
  });

  it('refuses the letters of a name without what stands between them', async () => {
    await expect(assertHardToGuess('annak12345', NAMES)).rejects.toThrow(InvalidInput);
  });

  it.each([
    ['password', 'Very many people have this password; choose another.'],
    ['anna.karenina', 'A password must not be your own name or address.'],
  ])('says at its field why it refuses %s', async (password, detail) => {
    await expect(assertHardToGuess(password, NAMES)).rejects.toMatchObject({
      errors: [{ pointer: '/password', detail }],
    });
  });
});
