import { CANARY, expectProblem } from '../support/problems.js';
import { exchange, request } from '../support/raw-http.js';
import { useSite } from '../support/site.js';

const SITE = 'https://reviews.example';
const FOREIGN = [
  `https://${CANARY}.example`,
  'null',
  'http://reviews.example',
  'https://reviews.example:8443',
  'https://reviews.example.evil.example',
  'https://evil-reviews.example',
  'https://REVIEWS.example',
  'https://reviews.example/',
  '*',
  '',
];

describe('the origin of the calling page', () => {
  const site = useSite({ env: { SITE_ORIGINS: SITE } });

  const ask = (line: string, ...headers: string[]) =>
    exchange(site.app.url, request(line, headers));

  it('may be one of the site, by its exact name', async () => {
    const { status, headers } = await ask('GET /api/v1/posts', `Origin: ${SITE}`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'access-control-allow-origin': SITE, vary: 'Origin' });
    expect(headers['access-control-expose-headers']).toMatch(/etag.*retry-after.*x-request-id/);
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it('reads refusals too', async () => {
    const answer = await ask('GET /api/v1/users/me', `Origin: ${SITE}`);
    expectProblem(answer, 401, { slug: 'sign-in-required' });
    expect(answer.headers['access-control-allow-origin']).toBe(SITE);
  });

  it('may be none', async () => {
    const { status, headers } = await ask('GET /api/v1/posts');
    expect(status).toBe(200);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it.each(FOREIGN)('must not be "%s"', async (origin) => {
    for (const line of ['GET /api/v1/posts', 'POST /api/v1/auth/login', 'GET /health/live']) {
      const answer = await ask(line, `Origin: ${origin}`);
      expectProblem(answer, 403, { slug: 'foreign-origin' });
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
      expect(answer.headers.vary).toBe('Origin');
    }
  });

  describe('asks before it writes', () => {
    const WANTS = [
      'Access-Control-Request-Method: PATCH',
      'Access-Control-Request-Headers: authorization,content-type,idempotency-key,if-match',
    ];

    it('and may, when it is one of the site', async () => {
      const { status, headers } = await ask(
        'OPTIONS /api/v1/comments/x',
        `Origin: ${SITE}`,
        ...WANTS,
      );
      expect(status).toBe(204);
      expect(headers['access-control-allow-origin']).toBe(SITE);
      expect(headers['access-control-allow-methods']).toContain('PATCH');
      const allowed = headers['access-control-allow-headers'].split(', ');
      expect(allowed).toEqual(
        expect.arrayContaining(['authorization', 'content-type', 'idempotency-key', 'if-match']),
      );
      expect(headers['access-control-max-age']).toBe('3600');
    });

    it.each(FOREIGN)('and may not, as "%s"', async (origin) => {
      const answer = await ask('OPTIONS /api/v1/comments/x', `Origin: ${origin}`, ...WANTS);
      expectProblem(answer, 403, { slug: 'foreign-origin' });
      expect(answer.headers).not.toHaveProperty('access-control-allow-methods');
    });
  });

  it('may be left out of OPTIONS', async () => {
    const { status, text } = await ask('OPTIONS /api/v1/posts');
    expect({ status, text }).toEqual({ status: 204, text: '' });
  });
});
