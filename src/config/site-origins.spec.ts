import { parseSiteOrigins } from './site-origins.js';

const development = { publicUrl: 'http://127.0.0.1:3000', production: false };
const accepts = (value: string | undefined, of: typeof development, origin: string): boolean =>
  parseSiteOrigins(value, of).includes(origin);

describe('the origins of the site', () => {
  it.each(['http://localhost:5500', 'http://127.0.0.1:3000', 'http://[::1]', 'https://localhost'])(
    'are in development those of every page of this machine: %s',
    (origin) => {
      expect(accepts(undefined, development, origin)).toBe(true);
    },
  );

  it.each([
    'null',
    'file://',
    'http://localhost.example.org',
    'http://127.0.0.1.example.org',
    'http://localhost:5500/',
    'http://LOCALHOST:5500',
    'http://192.168.0.7:3000',
    'https://example.org',
    '',
  ])('are no others without a setting: %j', (origin) => {
    expect(accepts(undefined, development, origin)).toBe(false);
  });

  it('are only the named ones where there is a setting, in production, and beyond this machine', () => {
    const page = 'http://localhost:5500';
    expect(accepts('https://example.org', development, page)).toBe(false);
    expect(accepts(undefined, { ...development, production: true }, page)).toBe(false);
    expect(accepts(undefined, { ...development, production: true }, 'http://localhost:3000')).toBe(
      true,
    );
    const abroad = { publicUrl: 'https://talk.example.org', production: false };
    expect(accepts(undefined, abroad, page)).toBe(false);
    expect(accepts(undefined, abroad, 'https://talk.example.org')).toBe(true);
  });
});
