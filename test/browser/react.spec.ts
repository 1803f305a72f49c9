import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { EmbedSite } from '../support/embed-site.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

const run = promisify(execFile);

/** A page that uses the recipe's component as an application would. */
const APPLICATION = `
  import { createElement, useState } from 'react';
  import { createRoot } from 'react-dom/client';
  import { Discussion } from './discussion.jsx';

  function Application({ posts }) {
    const [shown, show] = useState(0);
    return createElement('main', null,
      createElement('button', { onClick: () => show(1) }, 'The next review'),
      createElement('button', { onClick: () => show(2) }, 'Back to the list'),
      posts[shown] && createElement(Discussion, { post: posts[shown] }));
  }
  const root = document.getElementById('root');
  createRoot(root).render(createElement(Application, { posts: root.dataset.posts.split(' ') }));
`;

/** Builds it as JSX, in a separate process. */
const BUILD = `
  import { build } from 'vite';
  const [root] = process.argv.slice(1);
  await build({
    root, configFile: false, logLevel: 'error',
    build: {
      outDir: 'out', modulePreload: false,
      rolldownOptions: { input: root + '/application.js', output: { entryFileNames: 'application.js' } },
    },
  });
`;

/** The only code block below a heading of the document. */
function recipe(heading: string): string {
  const text = readFileSync('docs/embedding.md', 'utf8');
  return new RegExp(`^## ${heading}\\n+\`\`\`jsx\\n(.+?)\`\`\``, 'ms').exec(text)![1];
}

describe('the recipe for React', () => {
  let site: EmbedSite;
  let directory: string;
  beforeAll(async () => {
    site = await EmbedSite.start();
    // Within the project, so that React is found.
    mkdirSync('node_modules/.cache', { recursive: true });
    directory = mkdtempSync(resolve('node_modules/.cache/react-'));
    const component = recipe('In React').replace('https://talk.example', site.app.url);
    expect(component).toContain(site.app.url);
    writeFileSync(join(directory, 'discussion.jsx'), component);
    writeFileSync(join(directory, 'application.js'), APPLICATION);
    await run(process.execPath, ['--input-type=module', '-e', BUILD, directory]);
  });
  afterEach(() => site.closeTabs());
  afterAll(async () => {
    await site.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('shows a thread, another one when told so, and leaves nothing open', async () => {
    const posts = [await site.post(), await site.post()];
    for (const [at, { id }] of posts.entries())
      await say(site.app, site.author, id, `Of review ${at + 1}`);
    const script = readFileSync(join(directory, 'out/application.js'), 'utf8');
    const slugs = posts.map(({ slug }) => slug).join(' ');
    const address = site.host.page(
      '/react',
      `<div id="root" data-posts="${slugs}"></div>
       <script type="module">${script.replaceAll('</script', '<\\/script')}</script>`,
    );
    const { page, complaints } = await site.open(address);
    await page.getByText('Of review 1').waitFor();
    await page.getByText('Live').waitFor();
    await page.getByRole('button', { name: 'The next review' }).click();
    await page.getByText('Of review 2').waitFor();
    expect(await page.getByText('Of review 1').count()).toBe(0);
    await page.getByText('Live').waitFor();
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await page.locator('colloquy-thread').waitFor({ state: 'detached' });
    await until('the connection to be closed', async () => {
      const { text } = await site.app.request.get('/metrics').expect(200);
      return /^colloquy_live_sockets 0$/m.test(text);
    });
    expect(complaints).toEqual([]);
  });
});
