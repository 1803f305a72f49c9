import { ConfigFault } from '../config/config-fault.js';
import { IMPORT_USAGE, runImport, UsageFault } from './import.command.js';

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<void>>> = { import: runImport };

/** Commands on the service's database, whether it is running or not. Exit code 0, or 1 with a sentence. */
const [name, ...args] = process.argv.slice(2);
const command = COMMANDS[name ?? ''];
try {
  if (!command) throw new UsageFault(`Give a command.\n${IMPORT_USAGE}`);
  await command(args);
  process.exit(0);
} catch (error) {
  const told =
    error instanceof Error && (error instanceof UsageFault || error instanceof ConfigFault);
  console.error(told ? error.message : error);
  process.exit(1);
}
