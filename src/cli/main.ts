import { ConfigFault } from '../config/config-fault.js';
import { IMPORT_USAGE, runImport } from './import.command.js';

/** Commands on the service's database, whether it is running or not. Exit code 0, or 1 with a sentence. */
const [name, ...args] = process.argv.slice(2);
try {
  if (name !== 'import') throw new ConfigFault(`Give a command.\n${IMPORT_USAGE}`);
  await runImport(args);
  process.exit(0);
} catch (error) {
  console.error(error instanceof ConfigFault ? error.message : error);
  process.exit(1);
}
