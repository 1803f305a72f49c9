import { UsageFault } from './run-options.js';

/** Runs a command; its exit code says whether everything passed. */
export async function runHarness<Options>(
  parse: (args: readonly string[]) => Options,
  main: (options: Options) => Promise<boolean>,
): Promise<never> {
  // However this process ends, nodes and the cluster stop with it: they listen to `exit`.
  process.on('uncaughtException', fail);
  try {
    process.exit((await main(parse(process.argv.slice(2)))) ? 0 : 1);
  } catch (error) {
    return fail(error as Error);
  }
}

function fail(error: Error): never {
  const told = error instanceof UsageFault;
  process.stderr.write(`${told ? error.message : (error.stack ?? String(error))}\n`);
  process.exit(1);
}

/** Closes resources once: after the work, or when a signal ends the command. */
export async function withClosing<Result>(
  close: () => Promise<void>,
  work: () => Promise<Result>,
): Promise<Result> {
  let closing: Promise<void> | undefined;
  const closeOnce = () => (closing ??= close());
  const end = () => void closeOnce().finally(() => process.exit(130));
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, end);
  try {
    return await work();
  } finally {
    await closeOnce();
    for (const signal of signals) process.off(signal, end);
  }
}
