/** A line for the person who started the command. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}
