import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Service, startService } from '../support/service.js';
import { Program, Terminal } from '../support/terminal.js';

/** Runs the commands of the README, with a separate service. */
describe('the README', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'colloquy-readme-'));
  // Explicitly empty, so that a developer's .env does not apply.
  const env = { DATA_DIR: dataDir, DATABASE_URL: '' };
  const programs: Program[] = [];
  let service: Service;
  let terminal: Terminal;

  beforeAll(async () => {
    service = await startService({ ...env, LOG_LEVEL: 'error' });
    terminal = new Terminal(env);
    programs.push(terminal);
  });

  afterAll(async () => {
    try {
      await Promise.all(programs.map((program) => program.stop()));
      if (service?.process.exitCode === null) await service.stop('SIGTERM');
    } finally {
      removeData(dataDir);
    }
  });

  /** A block of the README, with the address of the service replaced. */
  const block = (name: string) => findBlock(name).replaceAll('http://127.0.0.1:3000', service.url);

  it('makes a first comment', async () => {
    const comment = JSON.parse(await terminal.type(block('first-comment')));
    expect(comment).toMatchObject({ status: 'published', author: { username: 'anna' } });
    expect(comment.html).toContain('<em>Three</em>');
    const thread = await fetch(`${service.url}/api/v1/posts/the-other-bank/comments`);
    const { items } = (await thread.json()) as { items: { id: string }[] };
    expect(items[0].id).toBe(comment.id);
  });

  it('shows a live listener what is said in the other terminal', async () => {
    const listener = new Program(process.execPath, ['--input-type=module'], {});
    programs.push(listener);
    listener.write(block('listener'));
    listener.endInput();
    await listener.until(/listening after \d+/);
    const { body } = JSON.parse(await terminal.type(block('second-comment')));
    await listener.until(new RegExp(`\\d+ comment\\.created[^]+body: '${body}'`));
    expect(listener.output.match(/comment\.created/g)).toHaveLength(1);
  });

  it('brings comments along while the service runs, the same ones once', async () => {
    const first = reportOf(await terminal.type(block('import')));
    expect(first.posts).toBe(1);
    expect(first.imported).toBeGreaterThan(0);
    const again = reportOf(await terminal.type(block('import')));
    expect(again).toMatchObject({ posts: 0, imported: 0 });
    expect(again.skipped.already_there).toBe(first.imported);
  });

  it('leaves a service that stops cleanly, with its Postgres', async () => {
    expect(await service.stop('SIGTERM')).toBe(0);
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });
});

/** The fenced block after the comment `<!-- runs: name -->`. */
function findBlock(name: string): string {
  const fence = new RegExp(`<!-- runs: ${name} -->\\n\`\`\`\\w+\\n([^]*?\\n)\`\`\`\\n`);
  const found = fence.exec(readFileSync(resolve('README.md'), 'utf8'));
  if (!found) throw new Error(`The README has no block that runs as ${name}.`);
  return found[1];
}

/** The last line of an import's output. */
function reportOf(output: string): {
  posts: number;
  imported: number;
  skipped: Record<string, number>;
} {
  return JSON.parse(output.split('\n').at(-1)!);
}

/** Also removes what a killed service has left. */
function removeData(dataDir: string): void {
  const cluster = join(dataDir, 'postgres');
  const pidFile = join(cluster, 'postmaster.pid');
  if (existsSync(pidFile))
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGQUIT');
  const place = existsSync(cluster) ? dirname(realpathSync(cluster)) : dataDir;
  for (const path of [place, dataDir])
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}
