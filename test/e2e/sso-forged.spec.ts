import { connectLive } from '../support/live-client.js';
import { sampleOf } from '../support/full-form.js';
import { disguisedTokens, forgeTokens } from '../support/forged-tokens.js';
import type { Forged } from '../support/forging.js';
import { hostToken, SSO_ENV } from '../support/host-tokens.js';
import { useSite } from '../support/site.js';

const AUTH_SECRET = 'zK7nT2wVq9Xb4RmY8cLd5HsG3jFp6EaU';
const SUBJECT = 'reader-1';

describe('a forged token', () => {
  const site = useSite({ env: { ...SSO_ENV, AUTH_SECRET } });
  let forged: readonly Forged[];
  let disguised: readonly Forged[];
  const signIn = (token: string) => site.app.request.post('/api/v1/auth/sso').send({ token });
  const counts = () =>
    site.database.query(
      `select (select count(*)::int from identities) as identities,
              (select count(*)::int from sessions) as sessions`,
    );

  beforeAll(async () => {
    const first = await signIn(await hostToken({ sub: SUBJECT })).expect(200);
    const [{ id: sessionId }] = await site.database.query<{ id: string }>(
      'select id from sessions',
    );
    const known = {
      subject: SUBJECT,
      accessToken: first.body.accessToken as string,
      refreshToken: first.body.refreshToken as string,
      authSecret: AUTH_SECRET,
      userId: first.body.user.id as string,
      sessionId,
    };
    forged = await forgeTokens(known);
    disguised = await disguisedTokens(known);
  });

  it('comes in more than 150 kinds, each with a name of its own', () => {
    expect(forged.length).toBeGreaterThanOrEqual(150);
    expect(new Set(forged.map(([name]) => name)).size).toBe(forged.length);
  });

  it('signs nobody in, and every check says so', async () => {
    const before = await counts();
    for (const [name, token] of sampleOf(forged, 3)) {
      const answer = await signIn(token);
      expect([name, answer.status]).toEqual([name, 401]);
      expect([name, answer.body.type]).toEqual([name, '/problems/invalid-sso-token']);
      const verified = await site.app.request.post('/api/v1/auth/sso/verify').send({ token });
      expect([name, verified.body.valid]).toEqual([name, false]);
    }
    expect(await counts()).toEqual(before);
    await signIn(await hostToken({ sub: SUBJECT })).expect(200);
  });

  it('is no access token over HTTP, nor is a good one of the site', async () => {
    // One of the 150 is an access token of the service, which is a forgery only elsewhere.
    const tokens = forged.filter(([name]) => name !== 'our access token');
    for (const [name, token] of [...sampleOf(tokens, 5), ...disguised]) {
      const answer = await site.app.request
        .get('/api/v1/users/me')
        .set('authorization', `Bearer ${token.trim()}`);
      expect([name, answer.status]).toEqual([name, 401]);
    }
  });

  it('opens no socket, nor does a good one of the site', async () => {
    const tokens = forged.filter(([name]) => name !== 'our access token');
    for (const [name, token] of [...sampleOf(tokens, 5), ...disguised]) {
      const client = await connectLive(site.app.url, { token });
      expect([name, client.refused?.data]).toEqual([
        name,
        expect.objectContaining({ type: '/problems/invalid-token' }),
      ]);
      client.close();
    }
  });
});
