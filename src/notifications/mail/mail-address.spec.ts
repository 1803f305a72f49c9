import { mailAddressOf } from './mail-address.js';

describe('an address of a mail', () => {
  it.each([
    ['anna@example.org', 'anna@example.org'],
    ['Anna.K+talk@Example.ORG', 'Anna.K+talk@example.org'],
    ["o'neill_{x}@mail.example.org", "o'neill_{x}@mail.example.org"],
    ['анна@ezers.рф', 'анна@ezers.xn--p1ai'],
    ['admin@localhost', 'admin@localhost'],
  ])('%j is %j', (email, address) => {
    expect(mailAddressOf(email)).toBe(address);
  });

  it.each([
    '',
    '@example.org',
    'anna@',
    'anna',
    'anna(a comment)@example.org',
    'anna@example.org(a comment)',
    '"anna"@example.org',
    '<anna@example.org>',
    'anna<b@example.net>@example.org',
    'anna,boris@example.org',
    'group:anna@example.org;',
    'a\\b@example.org',
    'anna\r\nBcc:boris@example.net',
    'anna@example.org\nBcc: boris',
    'anna\u0000@example.org',
    'anna\u202e@example.org',
    '.anna@example.org',
    'anna..k@example.org',
    'anna@[127.0.0.1]',
    'anna@-example.org',
    'anna@exa mple.org',
    'anna@example..org',
    `${'a'.repeat(65)}@example.org`,
  ])('%j is none', (email) => {
    expect(mailAddressOf(email)).toBeNull();
  });
});
