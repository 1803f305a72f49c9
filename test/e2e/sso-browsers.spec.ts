import { HOST, hostToken, SSO_ENV } from '../support/host-tokens.js';
import { useSite } from '../support/site.js';

describe('a reader of the host site in a browser', () => {
  const site = useSite({ env: SSO_ENV });
  let people = 0;
  const fresh = () => `host-${++people}`;
  const post = (token: string, more: object, headers: Record<string, string>) =>
    site.app.request
      .post('/api/v1/auth/sso')
      .set(headers)
      .send({ token, ...more });
  const origin = { origin: HOST };
  const cookieOf = (answer: { headers: Record<string, unknown> }) =>
    (answer.headers['set-cookie'] as string[])[0].split(';', 1)[0];
  const sessions = async (userId: string) =>
    site.database.query<{ id: string; live: boolean }>(
      'select id, revoked_at is null as live from sessions where user_id = $1 order by id',
      [userId],
    );

  it('goes on with the session of the account, and ends that of another one', async () => {
    const [vera, petr] = [
      await hostToken({ user: { id: fresh() } }),
      await hostToken({ user: { id: fresh() } }),
    ];
    const kept = { session: 'cookie' };
    const first = await post(vera, kept, origin).expect(200);
    expect(first.body).not.toHaveProperty('refreshToken');
    const cookie = cookieOf(first);
    const again = await post(vera, kept, { ...origin, cookie }).expect(200);
    expect(cookieOf(again)).toBe(cookie);
    expect(await sessions(first.body.user.id)).toHaveLength(1);
    const other = await post(petr, kept, { ...origin, cookie }).expect(200);
    expect(other.body.user.id).not.toBe(first.body.user.id);
    expect(await sessions(first.body.user.id)).toEqual([{ id: expect.any(String), live: false }]);
    const back = await post(vera, kept, { ...origin, cookie }).expect(200);
    expect(back.body.user.id).toBe(first.body.user.id);
    await site.app.request
      .post('/api/v1/auth/logout')
      .set({ ...origin, cookie: cookieOf(back) })
      .expect(204);
  });

  it('is refused to a page of another site', async () => {
    const token = await hostToken({ user: { id: fresh() } });
    await post(token, {}, { origin: 'https://evil.example' }).expect(403);
  });
});
