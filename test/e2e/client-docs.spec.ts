import { readFileSync } from 'node:fs';
import { LiveSite } from '../support/live-site.js';
import { Program } from '../support/terminal.js';
import { createPost } from '../support/threads.js';

const SLUG = 'the-other-bank';

describe('the page of the client', () => {
  let site: LiveSite;
  let postId: string;
  const programs: Program[] = [];
  beforeAll(async () => {
    site = await LiveSite.start(1);
    postId = (await createPost(site.nodes[0], site.staff, { slug: SLUG })).id;
  });
  afterAll(async () => {
    await Promise.all(programs.map((program) => program.stop()));
    await site.stop();
  });

  const run = (code: string) => {
    const program = new Program(process.execPath, ['--input-type=module'], {});
    programs.push(program);
    program.write(
      code.replaceAll(/https?:\/\/(127\.0\.0\.1:3000|comments\.example)/g, site.nodes[0].url),
    );
    program.endInput();
    return program;
  };

  it('shows a program that follows a thread', async () => {
    const program = run(blockOf('docs/client.md', /<!-- runs: watch -->\n/));
    await program.until(/live/);
    await site.say(postId, 'Seen by the ten lines');
    await program.until(/comment\.created[^]+Seen by the ten lines/);
  });

  it('shows one that applies what comes, and ends by itself', async () => {
    const program = run(blockOf('docs/client.md', /<!-- runs: loop -->\n/));
    await program.until(/watching/);
    await site.say(postId, 'One');
    await program.until(/\d+ One/);
    await site.say(postId, 'Two');
    await program.until(/\d+ Two/);
    expect(await program.exitCode()).toBe(0);
  });

  it('has the same first program as the package itself', () => {
    const lines = (code: string) => code.replace(/baseUrl: '[^']+'/, '');
    expect(lines(blockOf('packages/client/README.md', /(?=```js\n)/))).toBe(
      lines(blockOf('docs/client.md', /<!-- runs: watch -->\n/)),
    );
  });
});

/** The fenced block after a mark. */
function blockOf(page: string, mark: RegExp): string {
  const fence = new RegExp(`${mark.source}\`\`\`js\\n([^]*?\\n)\`\`\`\\n`);
  return fence.exec(readFileSync(page, 'utf8'))![1];
}
