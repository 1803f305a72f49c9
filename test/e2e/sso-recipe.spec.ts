import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOST, HOST_SECRET, TALK } from '../support/host-tokens.js';
import { useSite } from '../support/site.js';

const PAGE = readFileSync('docs/embedding.md', 'utf8');
const [, RECIPE] = /```js\n(import \{ createHmac \}[^]+?)```/.exec(PAGE)!;

describe('the recipe in Node', () => {
  const site = useSite({
    env: {
      PUBLIC_URL: TALK,
      SITE_ORIGINS: HOST,
      SSO_ISSUER: HOST,
      SSO_KEYS: `2026a:hs256:${HOST_SECRET}`,
    },
  });

  it('makes a token that signs in', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'recipe-'));
    try {
      const reader = { id: 7, email: 'liga@example.org', name: 'Līga B.' };
      const call = `process.stdout.write(discussionToken(${JSON.stringify(reader)}));`;
      writeFileSync(join(folder, 'token.mjs'), `${RECIPE}\n${call}`);
      const env = { ...process.env, SSO_SECRET: HOST_SECRET };
      const token = execFileSync(process.execPath, [join(folder, 'token.mjs')], { env }).toString();
      const answer = await site.app.request.post('/api/v1/auth/sso').send({ token }).expect(200);
      expect(answer.body.user).toMatchObject({ username: 'liga-b', displayName: 'Līga B.' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
