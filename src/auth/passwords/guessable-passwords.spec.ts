import { InvalidInput } from '../../problems/general.errors.js';
import { assertHardToGuess } from './guessable-passwords.js';

const NAMES = ['anna.k', 'Анна Каренина', 'anna.karenina@example.org'];

describe('assertHardToGuess', () => {
  it.each(['password', 'Password', '12345678', 'qwertyuiop', 'iloveyou', 'trustno1', 'PASSWORD1'])(
    'refuses %s, which everybody guesses',
    (password) => {
      expect(() => assertHardToGuess(password, NAMES)).toThrow(InvalidInput);
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
  ])('refuses %s, which is a name of the account', (password) => {
    expect(() => assertHardToGuess(password, NAMES)).toThrow(InvalidInput);
  });

  it.each([
    'correct horse battery',
    'karenina takes the train',
    'anna hates trains 7',
    'пять зелёных рыб',
    'Tr0ub4dor&3xyz',
  ])('takes %s', (password) => {
    expect(() => assertHardToGuess(password, NAMES)).not.toThrow();
  });

  it('names the field that it is told', () => {
    const refused = (): void => assertHardToGuess('password', [], '/new');
    expect(refused).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/new' })] }),
    );
  });
});
