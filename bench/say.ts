/** Prints a line for the user. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}
