import { decodeJwt, SignJWT } from 'jose';
import { AuthService } from '../../src/auth/identity/auth.service.js';
import { deriveSigningKey } from '../../src/auth/sessions/signing-key.js';
import { inFull } from '../support/full-form.js';
import type { LiveClient } from '../support/live-client.js';
import { LiveSite } from '../support/live-site.js';
import { type Person, register } from '../support/people.js';
import { until } from '../support/until.js';

const SECRET = 'Vb7qLm2xTz9sRk4wYc8nHd3fJp6gAe5uXi1oKtBq';

describe('whose socket it is', () => {
  let site: LiveSite;
  let reader: Person;
  beforeAll(async () => {
    site = await LiveSite.start(2, { AUTH_SECRET: SECRET });
  });
  afterAll(() => site.stop());
  beforeEach(async () => {
    reader = await register(site.nodes[0]);
  });

  const signIn = async () => {
    const answer = await site.nodes[0].request
      .post('/api/v1/auth/login')
      .send({ login: reader.username, password: 'correct horse battery' })
      .expect(200);
    return answer.body.accessToken as string;
  };
  const signOut = (token: string, node = 0) =>
    site.nodes[node].request.post('/api/v1/auth/logout').auth(token, { type: 'bearer' });
  /** The same token from a service with a very short token lifetime. */
  const shortLived = (token: string, seconds: number) =>
    new SignJWT(decodeJwt(token))
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
      .sign(deriveSigningKey(SECRET, 'access tokens'));

  /** Connects with a token that soon expires. If it expires before that, the lifetime grows. */
  const connectBriefly = async () => {
    for (let seconds = 4; seconds <= 32; seconds *= 2) {
      const token = await shortLived(reader.token, seconds);
      const client = await site.connect({ token });
      if (client.socket.connected) return { token, client };
      expect(client.refused?.data).toMatchObject({ type: '/problems/token-expired' });
    }
    throw new Error('A token of half a minute expired before its socket was connected.');
  };

  it('ends with the session, on every node, and leaves the other sessions', async () => {
    const postId = await site.post();
    const other = await signIn();
    const open = (token: string | undefined, nodes: number[]) =>
      Promise.all(nodes.map((node) => site.connect({ token, node })));
    const ending = await open(reader.token, [0, 1, 1]);
    const staying = [...(await open(other, [0, 1])), ...(await open(undefined, [1]))];
    await signOut(reader.token).expect(204);
    for (const client of ending) {
      await client.untilClosed();
      expect(client.closed).toBe('io server disconnect');
    }
    for (const client of staying) {
      expect(await client.subscribe(postId)).toMatchObject({ ok: true });
    }
    const back = await site.connect({ token: reader.token });
    expect(back.refused?.data).toMatchObject({ type: '/problems/session-ended', status: 401 });
  });

  it('ends with the session also when that ends during the handshake', async () => {
    const witness = await site.connect({ token: reader.token });
    const auth = site.nodes[0].app.get(AuthService);
    const authenticate = auth.authenticate.bind(auth);
    // The database's answer is delayed until the node has learnt of the end in another way.
    auth.authenticate = async (token) => {
      const member = await authenticate(token);
      auth.authenticate = authenticate;
      await signOut(reader.token).expect(204);
      await witness.untilClosed();
      return member;
    };
    const client = await site.connect({ token: reader.token });
    await client.untilClosed();
    expect(client.closed).toBe('io server disconnect');
  });

  it('ends with a ban, on every node, whatever the session, and does not come back', async () => {
    const other = await signIn();
    const tokens = [reader.token, reader.token, other, other];
    const clients = await Promise.all(
      tokens.map((token, index) => site.connect({ token, node: index % 2 })),
    );
    await site.nodes[0].request
      .post(`/api/v1/moderation/users/${reader.id}/decisions`)
      .set(site.staff.auth)
      .send({ action: 'ban', reason: 'spam' })
      .expect(201);
    for (const client of clients) await client.untilClosed();
    const back = await site.connect({ token: reader.token, node: 1 });
    expect(back.refused?.data).toMatchObject({ type: '/problems/session-ended', status: 401 });
    const anew = await site.connect({ token: await signIn(), node: 1 });
    expect(anew.refused?.data).toMatchObject({ type: '/problems/banned', status: 403 });
  });

  inFull('is a guest when the token has expired: its session ends without it', async () => {
    const postId = await site.post();
    const { token, client: fading } = await connectBriefly();
    const lasting = await site.connect({ token: reader.token });
    await expired(await site.connect(), token);
    await signOut(reader.token).expect(204);
    await lasting.untilClosed();
    expect(await fading.subscribe(postId, { after: 0 })).toMatchObject({ ok: true });
    await site.say(postId, 'Still here');
    await fading.untilSeq(postId, 1);
  });

  it('is renewed by a newer token before the old one expires', async () => {
    const { token, client } = await connectBriefly();
    expect(await client.send('authenticate', { token: reader.token })).toEqual({ ok: true });
    await expired(await site.connect(), token);
    await signOut(reader.token).expect(204);
    await client.untilClosed();
    expect(client.closed).toBe('io server disconnect');
  });

  it('is taken by a guest who signs in, and kept when a renewal fails', async () => {
    const client = await site.connect();
    expect(await client.send('authenticate', { token: reader.token })).toEqual({ ok: true });
    const refused = await client.send('authenticate', { token: `${reader.token}x` });
    expect(refused).toMatchObject({ ok: false, problem: { type: '/problems/invalid-token' } });
    await signOut(reader.token, 1).expect(204);
    await client.untilClosed();
  });

  /** Sends requests at the allowed rate until the token is refused as expired. */
  async function expired(probe: LiveClient, token: string): Promise<void> {
    let refusal: unknown;
    await until(
      'the token to expire',
      async () => {
        const { ok, problem } = await probe.send('authenticate', { token });
        refusal = problem;
        return !ok;
      },
      50,
    );
    expect(refusal).toMatchObject({ type: '/problems/token-expired', status: 401 });
  }
});
