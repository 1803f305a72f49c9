import { redacted } from './redacted.js';

describe('redacted', () => {
  it.each([
    ['invalid input syntax for type uuid: "nobody"', 'invalid input syntax for type uuid: [value]'],
    [
      'Key (email_key)=(anna@example.org) already exists.',
      'Key (email_key)=[value] already exists.',
    ],
    ['value "it was my neighbour" is out of range', 'value [value] is out of range'],
    ['mail to anna.k+1@mail.example.org failed', 'mail to [e-mail] failed'],
    ['mail to анна@пример.рус failed', 'mail to [e-mail] failed'],
    ['authorization: Bearer abc.def-ghi', 'authorization: Bearer [token]'],
    ['token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'token [token]'],
    ['postgres://colloquy:s3cret@db:5432/x is away', 'postgres://[credentials]@db:5432/x is away'],
    [
      `Unexpected token 'h', "hello, I am Anna" is not valid JSON`,
      'Unexpected token [value] is not valid JSON',
    ],
  ])('of %j leaves no value', (text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  it.each([
    'duplicate key value violates unique constraint "users_email_key"',
    'relation "comments" does not exist',
    'The round "author-pages" failed, and begins again: database "test_1" does not exist',
    'The round "bulk" failed, and begins again: connect ECONNREFUSED 10.0.0.5:5432',
    'Error: timeout\n    at Database.query (file:///app/dist/database/database.js:93:12)',
    'at async file:///app/node_modules/@nestjs/core/router.js:1:2',
  ])('leaves %j as it is', (text) => {
    expect(redacted(text)).toBe(text);
  });
});
