import { classOf } from './route-classes.js';

describe('the class of a route', () => {
  it.each([
    ['POST', '/api/v1/auth/login', 'sign-in'],
    ['GET', '/api/v1/users/me', 'reads'],
    ['HEAD', '/api/v1/posts', 'reads'],
    ['GET', '/api/v1/posts/:post/events', 'events'],
    ['GET', '/posts/:post', 'reads'],
    ['GET', '/health/live', null],
    ['GET', '/metrics', null],
    ['GET', '/embed/thread-1a2b.js', null],
    ['OPTIONS', '*', null],
  ])('%s %s is %s', (method, url, name) => {
    expect(classOf(method, url)).toBe(name);
  });

  it.each([
    ['POST', '/api/v1/unheard'],
    ['POST', '/health/live'],
    ['DELETE', '/api/v1/posts'],
  ])('%s %s is for somebody to say', (method, url) => {
    expect(() => classOf(method, url)).toThrow(`No limit is stated for ${method} ${url}`);
  });
});
