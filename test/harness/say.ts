const startedAt = performance.now();

/** Prints a line for the user, with the seconds since the start. */
export function say(line: string): void {
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1).padStart(6);
  process.stdout.write(`${seconds} s  ${line}\n`);
}
