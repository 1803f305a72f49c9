/** A line for whoever started the command. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}
