import type { Socket } from 'node:net';
import { FULL, inFull } from '../support/full-form.js';
import { admin } from '../support/people.js';
import { CANARY, expectProblem } from '../support/problems.js';
import { answerOf, exchange, open, request } from '../support/raw-http.js';
import { useSite } from '../support/site.js';
import { createPost } from '../support/threads.js';

const JSON_TYPE = 'Content-Type: application/json';
const LOGIN = 'POST /api/v1/auth/login';

describe('what the wire brings', () => {
  const site = useSite();
  /** Opened first and awaited by the last tests, since the service lets them idle for seconds. */
  let slow: Record<'nothing' | 'headers' | 'body', Socket>;

  beforeAll(async () => {
    // Without those tests nobody would await them, and closing would be delayed.
    if (!FULL) return;
    slow = {
      nothing: await open(site.app.url, ''),
      headers: await open(
        site.app.url,
        `GET /health/live HTTP/1.1\r\nHost: x\r\nX-Sent: ${CANARY}`,
      ),
      body: await open(
        site.app.url,
        request(LOGIN, [JSON_TYPE, 'Content-Length: 50'], `{"${CANARY}`),
      ),
    };
  });

  const send = (bytes: string) => exchange(site.app.url, bytes);

  describe('and is not HTTP', () => {
    it.each([
      ['another protocol', `\x16\x03\x01\x02${CANARY}\r\n\r\n`],
      ['a line of text', `${CANARY}\r\n\r\n`],
      ['an unknown method', request(`${CANARY} /`)],
      ['an unknown version', `GET / HTTP/7.3\r\nHost: x\r\nX-Sent: ${CANARY}\r\n\r\n`],
      ['a path with a space', request(`GET /a ${CANARY}`)],
      ['a header with a NUL', request('GET /', [`X-Sent: a\x00${CANARY}`])],
      ['a header without a name', request('GET /', [`: ${CANARY}`])],
      ['a header with a space in its name', request('GET /', [`X Sent: ${CANARY}`])],
      ['a length of letters', request(LOGIN, [JSON_TYPE, `Content-Length: ${CANARY}`], '{}')],
      ['a length that is none', request(LOGIN, [JSON_TYPE, 'Content-Length: -1'], '{}')],
      ['two lengths', request(LOGIN, ['Content-Length: 2', 'Content-Length: 3'], '{}')],
      [
        'a length and chunks',
        request(LOGIN, ['Content-Length: 2', 'Transfer-Encoding: chunked'], '0\r\n\r\n'),
      ],
      ['an unknown transfer coding', request(LOGIN, [`Transfer-Encoding: ${CANARY}`], '{}')],
      [
        'chunks that are not the last coding',
        request(LOGIN, ['Transfer-Encoding: chunked, gzip'], '0\r\n\r\n'),
      ],
      [
        'a chunk without a size',
        request(LOGIN, [JSON_TYPE, 'Transfer-Encoding: chunked'], `${CANARY}\r\n{}\r\n0\r\n\r\n`),
      ],
    ])('is 400: %s', async (_, bytes) => {
      expectProblem(await send(bytes), 400, { slug: 'malformed-request', requested: false });
    });

    it('is 431 when the headers or the address are too large', async () => {
      for (const bytes of [
        request('GET /health/live', [`X-Sent: ${CANARY}${'a'.repeat(20_000)}`]),
        request(`GET /health/live?${CANARY}=${'a'.repeat(20_000)}`),
        request(
          'GET /health/live',
          Array.from({ length: 900 }, (_, n) => `X-${n}: ${CANARY}`),
        ),
      ]) {
        expectProblem(await send(bytes), 431, { slug: 'headers-too-large', requested: false });
      }
    });
  });

  describe('and is HTTP at its edges', () => {
    it('needs one host, and one only', async () => {
      for (const bytes of [
        'GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n',
        request('GET /health/live', [`Host: ${CANARY}`]),
      ]) {
        expectProblem(await send(bytes), 400, { slug: 'malformed-request' });
      }
      expect((await send('GET /health/live HTTP/1.0\r\n\r\n')).status).toBe(200);
    });

    it('needs it also where the answer is at hand', async () => {
      const { slug } = await createPost(site.app, await admin(site.app));
      const line = `GET /api/v1/posts/${slug}/comments`;
      for (let count = 0; count < 3; count++) {
        expect((await send(request(line))).status).toBe(200);
      }
      expectProblem(await send(request(line, [`Host: ${CANARY}`])), 400);
      expectProblem(await send(request(line, [`Origin: https://${CANARY}.example`])), 403);
      expectProblem(await send(request(line, [`Authorization: Bearer ${CANARY}`])), 401);
      expectProblem(await send(request(line, [`Expect: ${CANARY}`])), 417, { requested: false });
    });

    it('goes on after 100-continue, and meets no other expectation', async () => {
      const body = '{"login": "a", "password": "b"}';
      const headers = [JSON_TYPE, `Content-Length: ${body.length}`];
      const met = await send(request(LOGIN, [...headers, 'Expect: 100-continue'], body));
      expectProblem(met, 401, { slug: 'invalid-credentials' });
      const unmet = await send(request(LOGIN, [...headers, `Expect: ${CANARY}`], body));
      expectProblem(unmet, 417, { slug: 'expectation-failed', requested: false });
    });

    it('reads a body in chunks', async () => {
      const chunks = '7\r\n{"login\r\n18\r\n": "a", "password": "b"}\r\n0\r\n\r\n';
      const answer = await send(request(LOGIN, [JSON_TYPE, 'Transfer-Encoding: chunked'], chunks));
      expectProblem(answer, 401, { slug: 'invalid-credentials' });
    });

    it('is no proxy', async () => {
      const answer = await send(request(`CONNECT ${CANARY}.example:443`));
      expectProblem(answer, 405, { slug: 'method-not-allowed', requested: false });
    });

    it('answers in HTTP/1.1 to who offers another protocol', async () => {
      const offer = ['Upgrade: h2c', 'Connection: Upgrade, HTTP2-Settings', 'HTTP2-Settings: AAMA'];
      expect(await send(request('GET /health/live', offer))).toMatchObject({
        status: 200,
        text: '{"status":"ok"}',
      });
      const body = '{"login": "a", "password": "b"}';
      const headers = [JSON_TYPE, `Content-Length: ${body.length}`, ...offer];
      expectProblem(await send(request(LOGIN, headers, body)), 401);
    });
  });

  describe('and wants a socket', () => {
    const OFFER = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
    const KEY = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
    const PATH = '/socket.io/?EIO=4&transport=websocket';
    const knock = (path: string, ...headers: string[]) =>
      send(`GET ${path} HTTP/1.1\r\nHost: x\r\n${[...OFFER, ...headers].join('\r\n')}\r\n\r\n`);

    it('is a plain 404 without an upgrade', async () => {
      for (const path of ['/socket.io/?EIO=4&transport=polling', `/socket.io/${CANARY}`]) {
        expectProblem(await send(request(`GET ${path}`)), 404, { slug: 'not-found' });
      }
    });

    it.each<[string, number, string, ...string[]]>([
      ['elsewhere', 404, '/api/v1/posts', KEY],
      ['below the path', 404, `/socket.io/${CANARY}`, KEY],
      ['of a foreign page', 403, PATH, KEY, `Origin: https://${CANARY}.example`],
      ['in an old version', 400, PATH.replace('4', '3'), KEY],
      ['that was begun otherwise', 400, `${PATH}&sid=${CANARY}`, KEY],
      ['by polling', 400, PATH.replace('websocket', CANARY), KEY],
      ['without a key', 400, PATH],
      ['with a key that is none', 400, PATH, `Sec-WebSocket-Key: ${CANARY}`],
      ['with protocols that are none', 400, PATH, KEY, `Sec-WebSocket-Protocol: ,${CANARY},`],
    ])('is refused %s', async (_, status, path, ...headers) => {
      expectProblem(await knock(path, ...headers), status, { requested: false });
    });
  });

  describe('and stops in between', () => {
    it('is forgotten, and the service goes on', async () => {
      for (let count = 0; count < 40; count++) {
        const headers = [JSON_TYPE, 'Content-Length: 1000'];
        const socket = await open(site.app.url, request(LOGIN, headers, '{"login":'));
        if (count % 2) socket.destroy();
        else socket.resetAndDestroy();
      }
      await site.app.request.get('/health/ready').expect(200);
    });

    it('is 400 when the body ends before its length', async () => {
      const socket = await open(
        site.app.url,
        request(LOGIN, [JSON_TYPE, 'Content-Length: 99'], '{"a'),
      );
      socket.end();
      expectProblem(await answerOf(socket), 400, { requested: false });
    });

    inFull('is 408 when the headers do not come', async () => {
      const answers = await Promise.all([answerOf(slow.nothing), answerOf(slow.headers)]);
      for (const answer of answers) {
        expectProblem(answer, 408, { slug: 'request-timeout', requested: false });
      }
    });

    inFull('is 408 when the body does not come', async () => {
      const answer = await answerOf(slow.body);
      expectProblem(answer, 408, { slug: 'request-timeout', requested: false });
    });
  });
});
