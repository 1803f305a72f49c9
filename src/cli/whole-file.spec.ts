import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWholeFile } from './whole-file.js';

describe('a file that is written as a whole', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'colloquy-whole-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function* chunks(end?: Error) {
    yield 'Half ';
    if (end) throw end;
    yield 'and half';
  }

  it('takes the place of what killed exports to it have left, and of no other file', async () => {
    const { pid: killed } = spawnSync(process.execPath, ['--version']);
    const others = [`site.part-${process.ppid}`, 'site.part-x', `other.part-${killed}`];
    for (const name of [...others, `site.part-${killed}`, `site.part-${process.pid}`])
      writeFileSync(join(folder, name), 'Left');
    await writeWholeFile(join(folder, 'site'), chunks());
    expect(readdirSync(folder).toSorted()).toEqual([...others, 'site'].toSorted());
    expect(readFileSync(join(folder, 'site'), 'utf8')).toBe('Half and half');
  });

  it('is as it was when the writing fails', async () => {
    writeFileSync(join(folder, 'site'), 'Before');
    const writing = writeWholeFile(join(folder, 'site'), chunks(new Error('No more')));
    await expect(writing).rejects.toThrow('No more');
    expect(readdirSync(folder)).toEqual(['site']);
    expect(readFileSync(join(folder, 'site'), 'utf8')).toBe('Before');
  });
});
