import type { LimitName } from './limit-classes.js';
import { classOf, NAMED_ROUTES, routesOf } from './route-classes.js';

describe('the class of a route', () => {
  it.each([
    ['POST', '/api/v1/auth/login', 'sign-in'],
    ['GET', '/api/v1/users/me', 'reads'],
    ['HEAD', '/api/v1/posts', 'reads'],
    ['GET', '/api/v1/posts/:post/events', 'events'],
    ['GET', '/posts/:post', 'reads'],
    ['GET', '/health/live', null],
    ['GET', '/metrics', null],
    ['GET', '/metrics/more', 'reads'],
    ['GET', '/embed.js', null],
    ['GET', '/embed/thread-1a2b.js', null],
    ['GET', '/embed.json', 'reads'],
    ['GET', '/count.js', null],
    ['GET', '/account.js', null],
    ['GET', '/security.js', null],
    ['GET', '/decide.js', null],
    ['GET', '/account/:page', 'reads'],
    ['GET', '/robots.txt', null],
    ['GET', '/favicon.svg', null],
    ['GET', '/api/docs', null],
    ['GET', '/api/openapi.json', null],
    ['GET', '/api/openapi.json/more', 'reads'],
    ['GET', '/api/v1/metrics', 'reads'],
    ['OPTIONS', '*', null],
  ])('%s %s is %s', (method, url, name) => {
    expect(classOf(method, url)).toBe(name);
  });

  it.each([
    ['POST', '/api/v1/unheard'],
    ['POST', '/health/live'],
    ['DELETE', '/api/v1/posts'],
    ['', ''],
  ])('%s %s is for somebody to say', (method, url) => {
    expect(() => classOf(method, url)).toThrow(`No limit is stated for ${method} ${url}`);
  });

  it.each<LimitName>([
    'events',
    'sign-in',
    'links',
    'proofs',
    'bounces',
    'registration',
    'guests',
    'sessions',
    'account',
    'comments',
    'edits',
    'votes',
    'reports',
    'notices',
    'previews',
    'read-state',
    'posts',
    'moderation',
    'bulk',
  ])('%s is that of routes of the API', (name) => {
    const routes = routesOf(name).map((route) => route.split(' '));
    expect(routes.length).toBeGreaterThan(0);
    for (const [method, path] of routes) {
      expect(method).toMatch(/^(GET|POST|PUT|PATCH|DELETE)$/);
      expect(classOf(method, `/api/v1${path}`)).toBe(name);
      expect(NAMED_ROUTES).toContain(`${method} /api/v1${path}`);
    }
  });

  it('is named for no read without a line of its own', () => {
    expect(routesOf('reads')).toEqual([]);
  });
});
