import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { SECRET } from '../support/accounts.js';
import { type Service, startService } from '../support/service.js';
import { useSite } from '../support/site.js';
import type { TestApp } from '../support/test-app.js';
import { createPost, say } from '../support/threads.js';

/** Packages that are beside the bundle, in `node_modules`. */
const BESIDE = ['@node-rs/argon2', 'piscina'];

/** Writes the package of each file outside of `dist/` that the process loads by `require`. */
const tellRequired = (file: string) =>
  `data:text/javascript,${encodeURIComponent(`
    import fs from 'node:fs';
    import Module from 'node:module';
    const { load } = Module.prototype;
    Module.prototype.load = function (path) {
      const name = /.*node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(path);
      if (name) fs.appendFileSync(${JSON.stringify(file)}, name[1] + '\\n');
      return load.call(this, path);
    };
  `)}`;

const distinct = (names: Iterable<string>) => [...new Set(names)].sort();

describe('the bundle', () => {
  const site = useSite({
    people: { anna: 'member', admin: 'admin' },
    env: { AUTH_SECRET: SECRET },
  });
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  const required = join(folder, 'required');
  let service: Service;
  let app: TestApp;

  beforeAll(async () => {
    service = await startService({
      AUTH_SECRET: SECRET,
      DATABASE_URL: site.database.url,
      LOG_LEVEL: 'error',
      NODE_OPTIONS: `--import=${tellRequired(required)}`,
    });
    app = { ...site.app, url: service.url, request: supertest(service.url) };
  });
  afterAll(async () => {
    await service.stop('SIGTERM');
    rmSync(folder, { recursive: true });
  });

  it('describes the same API as its modules', async () => {
    const document = (of: TestApp) => of.request.get('/api/openapi.json').expect(200);
    const [bundled, modules] = await Promise.all([document(app), document(site.app)]);
    expect(bundled.text).toBe(modules.text);
  });

  it('renders a long text on a thread of its own', async () => {
    const { id } = await createPost(app, site.admin);
    const text = 'A **long** text. '.repeat(400);
    const comment = await say(app, site.anna, id, text);
    expect(comment.html!.split('<strong>long</strong>')).toHaveLength(401);
  });

  it('has each package once: here or in node_modules', () => {
    const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.js') && !file.startsWith('web'),
    );
    const texts = files.map((file) => readFileSync(join('dist', file), 'utf8'));
    const imported = texts.flatMap((text) =>
      [...text.matchAll(/^(?:import|export) [^;]*? from "([^."][^"]*)";$/gm)].map(
        ([, name]) => name,
      ),
    );
    const packages = imported.filter((name) => !isBuiltin(name));
    expect(distinct(packages)).toEqual(BESIDE);

    const loaded = distinct(readFileSync(required, 'utf8').trim().split('\n'));
    expect(loaded).toContain('piscina');
    const bundled = (name: string) => texts.some((text) => text.includes(`node_modules/${name}/`));
    expect(bundled('typeorm')).toBe(true);
    expect(loaded.filter(bundled)).toEqual([]);
  });
});
