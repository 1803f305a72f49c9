import { failureText } from './failure-text.js';

describe('what is kept of the error of a job', () => {
  it.each([
    ['550 5.1.1 <anna@example.org>: no such mailbox', '550 5.1.1 <[e-mail]>: no such mailbox'],
    ['connect ECONNREFUSED 10.0.0.5:587', 'connect ECONNREFUSED [address]'],
    ['connect ECONNREFUSED ::1:587', 'connect ECONNREFUSED [address]'],
    ['connect ECONNREFUSED fd00:12::9:25', 'connect ECONNREFUSED [address]'],
    ['getaddrinfo ENOTFOUND mail.inner.example', 'getaddrinfo ENOTFOUND [address]'],
    ["ENOENT: no such file, open '/srv/app/dist/a.js'", "ENOENT: no such file, open '[file]'"],
    [
      'Cannot find module file:///app/dist/a.js:9:1 of the build',
      'Cannot find module [file] of the build',
    ],
    ['GET https://hooks.example/T0/s3cret?k=1 answered 500', 'GET https://[address] answered 500'],
    ['postgres://colloquy:s3cret@db/x is away', 'postgres://[credentials]@db/x is away'],
    [`bad token ${'a1'.repeat(24)}`, 'bad token [token]'],
    ['First line\n    at run (/app/dist/a.js:1:1)', 'First line'],
    [
      'The mail 0199a5e2-7d3c-7c1e-8a55-3f9d2f5b7c11 is gone',
      'The mail 0199a5e2-7d3c-7c1e-8a55-3f9d2f5b7c11 is gone',
    ],
    ['It took 12:30 of 13:00 and/or more', 'It took 12:30 of 13:00 and/or more'],
  ])('of %j is %j', (message, expected) => {
    expect(failureText(new Error(message))).toBe(expected);
  });

  it('says of the database and of our mistakes that the log knows more', () => {
    const refused = Object.assign(new Error('relation "x" does not exist'), {
      code: '42P01',
      severity: 'ERROR',
    });
    const wrapped = Object.assign(new Error('select 1'), { driverError: refused });
    for (const error of [refused, wrapped])
      expect(failureText(error)).toBe('The database refused it (42P01).');
    const mistake = new TypeError("Cannot read properties of undefined (reading 'mailId')");
    expect(failureText(mistake)).toBe('The service made a mistake (TypeError).');
  });

  it('is never empty, and never long', () => {
    expect(failureText(Object.assign(new Error(''), { code: 'ECONNRESET' }))).toBe('ECONNRESET');
    expect(failureText('thrown as a text')).toBe('thrown as a text');
    expect(failureText(undefined)).toBe('undefined');
    expect(failureText(new Error('word '.repeat(1_000)))).toHaveLength(300);
  });
});
