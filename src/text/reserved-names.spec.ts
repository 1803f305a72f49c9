import { RESERVED_NAMES, isReservedName } from './reserved-names.js';

describe('isReservedName', () => {
  it('refuses every reserved name in any case', () => {
    for (const name of RESERVED_NAMES) {
      expect([name, isReservedName(name)]).toEqual([name, true]);
      expect([name, isReservedName(name.toUpperCase())]).toEqual([name, true]);
    }
  });

  it.each([
    'аdmin',
    'adrnin',
    'ad.min',
    'ad min',
    'A_d-M.i N',
    'adm1n',
    'ADMlN',
    'Ádmin',
    'ADMİN',
    'Ａｄｍｉｎ',
    '𝐚𝐝𝐦𝐢𝐧',
    '«Admin»',
    'Admin ✔',
    '⭐ Moderator ⭐',
    '@support',
    'C0lloquy',
    'rооt',
    'No-Reply',
    'Mailer Daemon',
    'Модератop',
    'Administracija',
  ])('refuses %j', (name) => {
    expect(isReservedName(name)).toBe(true);
  });

  it.each([
    'Jānis Bērziņš',
    'Анна Каренина',
    'Иван',
    'Modris',
    'Adam',
    'Admiral',
    'Gustav',
    'Rootman',
    'Systema',
    'Staffan',
    '✔',
    '...',
  ])('leaves %j to its owner', (name) => {
    expect(isReservedName(name)).toBe(false);
  });
});
