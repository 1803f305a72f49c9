import { type Environment, parseConfig } from './app-config.js';

describe('the providers of OpenID Connect', () => {
  const parse = (env: Environment) =>
    parseConfig({ DATA_DIR: '/tmp', AUTH_SECRET: 'dev', ...env }).oidc;

  it('are none, unless they are named', () => {
    expect(parse({})).toEqual([]);
  });

  it('are asked at the origins that are named, and at no other one', () => {
    const [club, plain] = parse({
      OIDC_PROVIDERS:
        'club=https://id%40us:s%2Fx@club.example/realm/?name=The+Club&host=keys.example&host=t.example:8443 plain=http://id@127.0.0.1:9000',
    });
    expect(club).toEqual({
      id: 'club',
      name: 'The Club',
      issuer: 'https://club.example/realm/',
      clientId: 'id@us',
      clientSecret: 's/x',
      origins: new Set(['https://club.example', 'https://keys.example', 'https://t.example:8443']),
    });
    expect(plain).toMatchObject({ name: 'plain', clientSecret: null });
  });

  it.each([
    ['https://id@club.example', 'https://club.example'],
    ['https://id@club.example/', 'https://club.example'],
    ['https://id@club.example/realms/a?name=A', 'https://club.example/realms/a'],
    ['https://id@club.example/application/o/a/?name=A', 'https://club.example/application/o/a/'],
  ])('have the issuer that is written: %s', (address, issuer) => {
    expect(parse({ OIDC_PROVIDERS: `a=${address}` })).toMatchObject([{ issuer }]);
  });

  it.each([
    ['no name', 'https://id:hunter2@club.example', /must list/],
    ['a name that is none', 'Club!=https://id:hunter2@club.example', /must list/],
    ['no client', 'club=https://club.example', /must list/],
    ['no address', 'club=hunter2', /must list/],
    ['another scheme', 'club=ftp://id:hunter2@club.example', /must list/],
    ['plain HTTP elsewhere', 'club=http://id:hunter2@club.example', /must begin with https/],
    ['one name twice', 'a=https://x@a.example a=https://x@b.example', /different names/],
    ['half an encoding of the id', 'a=https://i%d:hunter2@a.example', /a % that must be written/],
    [
      'half an encoding of the secret',
      'a=https://x:hunter2%@a.example',
      /a % that must be written/,
    ],
    [
      'a host with a path',
      'a=https://x:hunter2@a.example/?host=b.example/c',
      /a host that is none/,
    ],
  ])('stop the start with %s, and tell no secret', (_, value, message) => {
    expect(() => parse({ OIDC_PROVIDERS: value })).toThrow(message);
    expect(() => parse({ OIDC_PROVIDERS: value })).not.toThrow(/hunter2/);
  });
});
