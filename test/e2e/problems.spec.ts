import { Logger } from '@nestjs/common';
import { spyOn } from 'jest-mock';
import { randomUUID } from 'node:crypto';
import { CANARY, expectProblem } from '../support/problems.js';
import { exchange, request } from '../support/raw-http.js';
import { useSite } from '../support/site.js';
import { createPost } from '../support/threads.js';

const LOGIN = '/api/v1/auth/login';
const JSON_TYPE = 'application/json';

describe('a request that cannot be served', () => {
  const site = useSite({ people: { editor: 'admin' } });

  const post = (body: string | Buffer, type = JSON_TYPE, headers: Record<string, string> = {}) =>
    site.app.request
      .post(LOGIN)
      .set('content-type', type)
      .set(headers)
      .serialize((data) => data)
      .send(body);
  const ask = (line: string, ...headers: string[]) =>
    exchange(site.app.url, request(line, headers));

  describe('by its method and path', () => {
    it.each([
      ['GET', `/${CANARY}`],
      ['GET', `/api/v1/${CANARY}`],
      ['GET', `/api/v1/posts/${CANARY}`],
      ['GET', `/api/v1/posts/${CANARY}/comments`],
      ['GET', `/api/v1/comments/${CANARY}`],
      ['GET', `/api/v1/comments/${randomUUID()}/replies`],
      ['GET', `/api/v1/users/${CANARY}`],
      ['GET', '/api/v1/users/%00'],
      ['GET', '/api/v1/posts/%ED%9F%BF%EF%BF%BF'],
      ['DELETE', '/api/v1/posts'],
      ['PUT', '/api/v1/auth/login'],
      ['TRACE', `/api/v1/posts?q=${CANARY}`],
      ['PROPFIND', '/api/v1/posts'],
      ['OPTIONS', '*'],
      ['GET', '*'],
      ['GET', `//api//v1/${CANARY}`],
      ['GET', '//api/v1/posts'],
      ['GET', '/api/v1/posts/'],
      ['GET', '/API/V1/posts'],
      ['GET', '/api/v1%2fposts'],
      ['GET', '/api/v1/users/%2e%2e/posts'],
      ['GET', '/api/v1/users/../posts'],
      ['GET', '/api/v1/posts;version=1'],
      ['GET', '/api/docs/..%2f..%2fpackage.json'],
      ['GET', '/api/docs/'],
      ['GET', '/.env'],
    ])('%s %s is 404', async (method, path) => {
      expectProblem(await ask(`${method} ${path}`), 404);
    });

    it.each(['/%ff', '/api/v1/posts/%ff', `/api/v1/posts/%c3%28${CANARY}`, '/api/v1/posts/%'])(
      'GET %s is 400: its encoding is broken',
      async (path) => {
        expectProblem(await ask(`GET ${path}`), 400, { slug: 'malformed-request' });
      },
    );

    it('answers 414 to a parameter that is longer than any', async () => {
      const answer = await ask(`GET /api/v1/posts/${CANARY}${'a'.repeat(300)}`);
      expectProblem(answer, 414, { slug: 'uri-too-long' });
    });

    it('answers HEAD as GET, without the body', async () => {
      const found = await ask('HEAD /api/v1/posts');
      expect(found).toMatchObject({ status: 200, text: '' });
      const missing = await ask('HEAD /api/v1/nothing');
      expect(missing).toMatchObject({ status: 404, text: '' });
      expect(missing.headers['content-type']).toMatch(/^application\/problem\+json/);
    });

    it('reads an absolute address and one that escapes what it need not', async () => {
      expect((await ask('GET http://elsewhere.example/api/v1/posts')).status).toBe(200);
      expect((await ask('GET /api/v1/%70osts')).status).toBe(200);
    });

    it('takes no token of another kind, and says what it takes', async () => {
      for (const value of [`Bearer ${CANARY}`, `Basic ${CANARY}`, 'Bearer', 'Bearer a b']) {
        const answer = await ask('GET /api/v1/posts', `Authorization: ${value}`);
        expectProblem(answer, 401, { slug: 'invalid-token' });
        expect(answer.headers['www-authenticate']).toBe('Bearer');
      }
    });
  });

  describe('by its query', () => {
    it.each([
      'limit=1&limit=2',
      `limit=${CANARY}`,
      'limit=%ff',
      'limit=1e1',
      'limit=+1',
      'limit=-1',
      'limit=',
      'limit[]=1',
      `cursor=${CANARY}`,
      'cursor=%ff',
      'cursor=%00',
      'cursor=',
      `cursor=${'a'.repeat(8_000)}`,
      `${CANARY}=1`,
      'Limit=1',
      '__proto__=1',
      '__proto__[limit]=1',
      'constructor=1',
      'prototype=1',
      'toString=1',
      'hasOwnProperty=1',
      '%00=1',
      '%ff=1',
      '=1',
    ])('answers 422 to ?%s', async (query) => {
      const problem = expectProblem(await ask(`GET /api/v1/posts?${query}`), 422, {
        slug: 'invalid-input',
      });
      expect(problem.errors![0].pointer).toMatch(/^\?/);
    });

    it('answers 422 to any query where none is taken', async () => {
      for (const path of ['/health/live', '/api/v1/users/someone', '/api/v1/users/me']) {
        const answer = await ask(`GET ${path}?a=1`, `Authorization: Bearer ${site.editor.token}`);
        expectProblem(answer, 422, { slug: 'invalid-input' });
      }
    });
  });

  describe('by its body', () => {
    it.each([
      ['broken JSON', `{"login": "${CANARY}"`],
      ['JSON with a comma too many', `{"login": "${CANARY}",}`],
      ['two values', '{}{}'],
      ['white space', '  \n'],
      ['a number that is none', '{"login": NaN}'],
      ['a prototype', `{"__proto__": {"login": "${CANARY}"}}`],
      ['an escaped prototype', `{"\\u005f_proto__": {"login": "${CANARY}"}}`],
      ['a constructor with a prototype', '{"constructor": {"prototype": {"a": 1}}}'],
    ])('answers 400 to %s', async (_, body) => {
      expectProblem(await post(body), 400, { slug: 'malformed-request' });
    });

    it('answers 400 to bytes that are no UTF-8', async () => {
      for (const bytes of ['"\xff"', '{"login":"\xc3\x28"}', '"\xed\xa0\x80"', '{"a\xfe":1}']) {
        expectProblem(await post(Buffer.from(bytes, 'latin1')), 400, { slug: 'malformed-request' });
      }
      expectProblem(await post(Buffer.from('{"a":1}', 'utf16le')), 400);
    });

    it.each([
      ['nothing', ''],
      ['null', 'null'],
      ['a number', '1'],
      ['a string', `"${CANARY}"`],
      ['true', 'true'],
      ['an array', `[{"login": "${CANARY}"}]`],
      ['an empty object', '{}'],
      ['a field that is not known', `{"login": "a", "password": "b", "${CANARY}": 1}`],
      ['a field that every object has', '{"login": "a", "password": "b", "constructor": 1}'],
      ['another one', '{"login": "a", "password": "b", "toString": "c"}'],
      ['a key of control characters', '{"login": "a", "password": "b", "\\u0000": "c"}'],
      ['half of a surrogate pair', '{"login": "\\ud800", "password": "b"}'],
      ['an object for a string', `{"login": {"${CANARY}": 1}, "password": "b"}`],
      ['deep nesting', `{"login": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
      ['deep objects', `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`],
      [
        'thousands of keys',
        JSON.stringify(Object.fromEntries(Array.from({ length: 9_000 }, (_, n) => [`k${n}`, n]))),
      ],
    ])('answers 422 to %s', async (_, body) => {
      const problem = expectProblem(await post(body), 422, { slug: 'invalid-input' });
      expect(problem.errors!.length).toBeGreaterThan(0);
    });

    it.each([
      'text/plain',
      'text/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonx',
      'application/merge-patch+json',
      CANARY,
    ])('answers 415 to %s', async (type) => {
      expectProblem(await post('{}', type), 415, { slug: 'unsupported-media-type' });
    });

    it.each([
      ['application/json; charset=latin1', {}],
      ['application/json; charset="utf-16le"', {}],
      ['application/json; CHARSET=us-ascii', {}],
      [JSON_TYPE, { 'content-encoding': 'gzip' }],
      [JSON_TYPE, { 'content-encoding': 'br' }],
      [JSON_TYPE, { 'content-encoding': 'identity, gzip' }],
    ])('answers 415 to %s %j', async (type, headers) => {
      expectProblem(await post('{}', type, headers), 415, { slug: 'unsupported-encoding' });
    });

    it.each([
      ['application/json; charset=utf-8', {}],
      ['Application/JSON;charset="UTF-8"', {}],
      [JSON_TYPE, { 'content-encoding': 'identity' }],
    ])('reads %s %j', async (type, headers) => {
      const credentials = JSON.stringify({ login: 'nobody', password: 'nothing' });
      expectProblem(await post(credentials, type, headers), 401, { slug: 'invalid-credentials' });
    });

    it('answers 413 above 256 KiB, however much follows', async () => {
      for (const size of [256 * 1024 + 1, 2_000_000, 20_000_000]) {
        const answer = await post(`"${CANARY}${'a'.repeat(size - CANARY.length - 2)}"`);
        expectProblem(answer, 413, { slug: 'body-too-large' });
      }
      const most = await post(`"${'a'.repeat(256 * 1024 - 2)}"`);
      expectProblem(most, 422, { slug: 'invalid-input' });
    });
  });

  it('by a fault of ours is 500, and the log has the fault with the id of the request', async () => {
    const { id } = await createPost(site.app, site.editor, { title: CANARY });
    const logged = spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    await site.database.query('alter table posts rename column title to lost');
    try {
      const answer = await site.app.request.get(`/api/v1/posts/${id}`);
      const { requestId } = expectProblem(answer, 500, { slug: 'internal-error' });
      // Background work may fail for lack of the column, too.
      const [[text, ...more], ...others] = logged.mock.calls.filter(([line]) =>
        String(line).startsWith(requestId!),
      );
      expect(text).toMatch(new RegExp(`^${requestId} .*title.* does not exist\\n +at `));
      expect([more, others]).toEqual([[], []]);
    } finally {
      logged.mockRestore();
      await site.database.query('alter table posts rename column lost to title');
    }
  });
});
