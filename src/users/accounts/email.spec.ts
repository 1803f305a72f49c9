import { emailKey, findEmailFault } from './email.js';

describe('an e-mail address', () => {
  it.each([
    'anna@example.org',
    'admin@localhost',
    'анна@пример.рф',
    "o'neil+news@mail.example.com",
  ])('passes: %s', (email) => expect(findEmailFault(email)).toBeNull());

  it.each([
    ['without an @', 'anna.example.org'],
    ['with two @', 'anna@home@example.org'],
    ['without a name', '@example.org'],
    ['without a domain', 'anna@'],
    ['with a space', 'anna k@example.org'],
    ['with a line break', 'anna@example.org\nbcc: all'],
    ['with a NUL', 'anna@example.org\0'],
    ['with an invisible character', 'an\u200bna@example.org'],
    ['with half a surrogate pair', 'anna\ud800@example.org'],
    ['of 255 bytes', `${'a'.repeat(243)}@example.org`],
  ])('is refused %s', (_, email) => expect(findEmailFault(email)).not.toBeNull());

  it('may be 254 bytes long', () => {
    expect(findEmailFault(`${'a'.repeat(242)}@example.org`)).toBeNull();
  });

  it('is the same in whatever case and normal form', () => {
    const composed = 'J\u0101nis@Example.org';
    expect(emailKey(composed.normalize('NFD').toUpperCase())).toBe(emailKey(composed));
  });

  it('is the same in either spelling of its domain', () => {
    expect(emailKey('maris@ezers.рф')).toBe(emailKey('Maris@EZERS.xn--p1ai'));
    expect(emailKey('maris@bücher.example')).toBe('maris@xn--bcher-kva.example');
    expect(emailKey('anna')).toBe('anna');
    expect(emailKey('anna@127.1')).toBe('anna@127.1');
    const long = `a@${'日本語'.repeat(20_000)}`;
    expect(emailKey(long)).toBe(long);
    expect(emailKey('anna@a_b')).toBe('anna@a_b');
    expect(emailKey('a@b@ezers.рф')).toBe('a@b@ezers.xn--p1ai');
  });
});
