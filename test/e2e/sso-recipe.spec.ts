import { execFileSync, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOST, HOST_SECRET, TALK } from '../support/host-tokens.js';
import { useSite } from '../support/site.js';

const PAGE = readFileSync('docs/embedding.md', 'utf8');
const [, IN_NODE] = /```js\n(import \{ createHmac \}[^]+?)```/.exec(PAGE)!;
const [, IN_PHP] = /```php\n(function discussion_token[^]+?)```/.exec(PAGE)!;
const [, KEY_IN_PHP] = /```php\n(hash_hmac\([^]+?)\n```/.exec(PAGE)!;

/** Skips the test if PHP is not installed. */
const inPhp = spawnSync('php', ['--version']).status === 0 ? it : it.skip;

const READER = { id: 7, email: 'liga@example.org', name: 'Līga B.' };

/** @returns the output of a program from a file */
function outputOf(command: string, name: string, text: string, env: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-'));
  try {
    writeFileSync(join(folder, name), text);
    return execFileSync(command, [join(folder, name)], {
      env: { ...process.env, ...env },
    }).toString();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the recipes of the docs', () => {
  const site = useSite({
    env: {
      PUBLIC_URL: TALK,
      SITE_ORIGINS: HOST,
      SSO_ISSUER: HOST,
      SSO_KEYS: `2026a:hs256:${HOST_SECRET}`,
    },
  });
  const expectSignsIn = async (token: string) => {
    const answer = await site.app.request.post('/api/v1/auth/sso').send({ token }).expect(200);
    expect(answer.body.user).toMatchObject({ username: 'liga-b', displayName: 'Līga B.' });
    const { body } = await site.app.request.post('/api/v1/auth/sso/verify').send({ token });
    expect(body.valid).toBe(true);
  };

  it('make a token in Node that signs in', async () => {
    const call = `process.stdout.write(discussionToken(${JSON.stringify(READER)}));`;
    const env = { SSO_SECRET: HOST_SECRET };
    await expectSignsIn(outputOf(process.execPath, 'token.mjs', `${IN_NODE}\n${call}`, env));
  });

  inPhp('make a token in PHP that signs in', async () => {
    const { id, email, name } = READER;
    // The data that WordPress provides.
    const reader = `class WP_User {
      public $ID = ${id}; public $user_email = '${email}'; public $display_name = '${name}';
    }`;
    const call = `echo discussion_token(new WP_User());`;
    const env = { SSO_SECRET: HOST_SECRET };
    await expectSignsIn(outputOf('php', 'token.php', `<?php\n${reader}\n${IN_PHP}\n${call}`, env));
  });

  inPhp('sign a key in PHP as the service does', () => {
    const key = 'Рецензия № 7 – ā';
    const text = `<?php\n$key = '${key}';\necho ${KEY_IN_PHP};`;
    const signature = outputOf('php', 'key.php', text, { PAGE_KEY_SECRET: HOST_SECRET });
    expect(signature).toBe(createHmac('sha256', HOST_SECRET).update(key).digest('hex'));
  });
});
