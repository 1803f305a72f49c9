import { HOST, TALK } from './host-tokens.js';
import { OidcSite } from './oidc-site.js';
import { mailTo, tokenIn } from './mails.js';
import { createTestApp, type TestApp } from './test-app.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export const CALLBACK = '/api/v1/auth/oidc/test/callback';
export const PASSWORD = 'correct horse battery';
export const NEW_PASSWORD = 'another battery staple';

type Message = { type: string; refreshToken?: string; proof?: string; challenge?: string };

/** A service with two providers, and visits of readers to them. */
export function useOidc() {
  const club = {} as {
    provider: OidcSite;
    other: OidcSite;
    database: TestDatabase;
    app: TestApp;
  };
  beforeAll(async () => {
    [club.provider, club.other, club.database] = await Promise.all([
      OidcSite.start(TALK + CALLBACK),
      OidcSite.start(`${TALK}/api/v1/auth/oidc/other/callback`),
      createTestDatabase(),
    ]);
    club.app = await createTestApp(club.database, {
      PUBLIC_URL: TALK,
      SITE_ORIGINS: HOST,
      OIDC_PROVIDERS: `${club.provider.entry('test', 'Tests')} ${club.other.entry('other')}`,
    });
  });
  afterAll(async () => {
    await club.app.close();
    club.provider.stop();
    club.other.stop();
    await club.database.drop();
  });

  const start = async (query: object = {}, id = 'test') => {
    const answer = await club.app.request
      .get(`/api/v1/auth/oidc/${id}/start`)
      .query({ origin: HOST, ...query });
    const [cookie] = (answer.headers['set-cookie'] as unknown as string[] | undefined) ?? [''];
    return { answer, location: answer.headers.location, cookie };
  };

  const visit = (location: string) => club.provider.visit(location, TALK);
  const finish = (path: string, cookie: string) =>
    club.app.request.get(path).set({ cookie: cookie.split(';', 1)[0] });
  const said = (text: string): { message: Message; origin: string } | null => {
    const [, json] = /id="said">([^]*?)<\/script/.exec(text) ?? [];
    return json ? JSON.parse(json) : null;
  };
  const signIn = async (account: string, query: object = {}) => {
    club.provider.account = account;
    const { location, cookie } = await start(query);
    const page = await finish(await visit(location), cookie);
    expect(page.status).toBe(200);
    return said(page.text)!;
  };
  const askToLink = (auth: object, body: object) =>
    club.app.request
      .post('/api/v1/auth/oidc/link')
      .set(auth as Record<string, string>)
      .send(body);
  const post = (path: string, body: object) =>
    club.app.request.post(`/api/v1/auth/${path}`).send(body);
  const tokenTo = async (email: string, subject: string) =>
    tokenIn(await mailTo(club.app, email, subject));
  const userOf = async ({ message }: { message: Message }) => {
    const { refreshToken } = message;
    const answer = await club.app.request.post('/api/v1/auth/refresh').send({ refreshToken });
    expect(answer.status).toBe(200);
    const authorization = `Bearer ${answer.body.accessToken}`;
    return (await club.app.request.get('/api/v1/users/me').set({ authorization }).expect(200)).body;
  };

  return { club, start, visit, finish, said, signIn, askToLink, post, tokenTo, userOf };
}
