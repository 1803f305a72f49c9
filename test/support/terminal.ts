import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Shorter than a test's timeout, so that the error says what was awaited. */
const PATIENCE_MS = 90_000;

/** A process in the repository's folder, with its output. */
export class Program {
  output = '';
  private errors = '';
  private ended = false;
  private readonly child: ChildProcess;
  private readonly waits = new Set<() => void>();

  constructor(command: string, args: string[], env: Record<string, string>) {
    const { PATH = '', HOME = '' } = process.env;
    this.child = spawn(command, args, { env: { PATH, HOME, ...env } });
    this.child.stderr!.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.child.stdout!.on('data', (chunk: Buffer) => {
      this.output += chunk.toString();
      this.look();
    });
    this.child.on('close', () => {
      this.ended = true;
      this.look();
    });
  }

  write(text: string): void {
    this.child.stdin!.write(text);
  }

  endInput(): void {
    this.child.stdin!.end();
  }

  /** Waits until the output from `from` on matches; fails with the output if it never does. */
  async until(pattern: RegExp, from = 0): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const settle = (found: RegExpExecArray | null) => {
        clearTimeout(timer);
        this.waits.delete(look);
        if (found) resolve(found);
        else
          reject(
            new Error(`Waited in vain for ${pattern}: ${this.output.slice(from)}${this.errors}`),
          );
      };
      const look = () => {
        const found = pattern.exec(this.output.slice(from));
        if (found || this.ended) settle(found);
      };
      const timer = setTimeout(() => settle(null), PATIENCE_MS);
      this.waits.add(look);
      look();
    });
  }

  /** Waits for its exit. @returns null when a signal ended it */
  async exitCode(): Promise<number | null> {
    if (!this.ended) await once(this.child, 'close');
    return this.child.exitCode;
  }

  async stop(): Promise<void> {
    if (this.ended) return;
    const close = once(this.child, 'close');
    this.child.kill();
    await close;
  }

  private look(): void {
    for (const look of this.waits) look();
  }
}

/** One persistent shell, so that later commands see the variables of earlier ones. */
export class Terminal extends Program {
  private typed = 0;

  constructor(env: Record<string, string>) {
    super('sh', [], env);
  }

  /** @returns the output of the commands; fails when the last of them did */
  async type(commands: string): Promise<string> {
    const from = this.output.length;
    const mark = `-- end of ${(this.typed += 1)}: `;
    this.write(`${commands}\nstatus=$?; echo; echo "${mark}$status"\n`);
    const { index, 0: whole } = await this.until(new RegExp(`\\n${mark}\\d+\\n`), from);
    const printed = this.output.slice(from, from + index).trim();
    if (!whole.endsWith(' 0\n')) throw new Error(`"${commands}" failed: ${printed}`);
    return printed;
  }
}
