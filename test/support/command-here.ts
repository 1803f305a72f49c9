import { spyOn } from 'jest-mock';
import { ConfigFault } from '../../src/config/config-fault.js';

interface Ended {
  code: number;
  output: string;
  error: string;
}

/** Runs a command in this process, with this environment. */
export async function commandHere(
  env: Record<string, string>,
  command: () => Promise<void>,
): Promise<Ended> {
  const lines: string[] = [];
  const log = spyOn(console, 'log').mockImplementation((line) => void lines.push(line));
  const before = Object.keys(env).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, env);
  try {
    await command();
    return { code: 0, output: lines.join('\n'), error: '' };
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error;
    return { code: 1, output: lines.join('\n'), error: error.message };
  } finally {
    log.mockRestore();
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
