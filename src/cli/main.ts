import { ConfigFault } from '../config/config-fault.js';
import { ADMIN_USAGE, runAdmin } from './admin.command.js';
import { EXPORT_USAGE, runExport } from './export.command.js';
import { IMPORT_USAGE, runImport } from './import.command.js';

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  import: runImport,
  export: runExport,
  admin: runAdmin,
};

/** Commands on the service's database, running or not. Exit code 0, or 1 with an error sentence. */
const [name, ...args] = process.argv.slice(2);
try {
  const command = COMMANDS[name ?? ''];
  if (!command)
    throw new ConfigFault(`Give a command.\n${IMPORT_USAGE}\n${EXPORT_USAGE}\n${ADMIN_USAGE}`);
  await command(args);
  process.exit(0);
} catch (error) {
  console.error(error instanceof ConfigFault ? error.message : error);
  process.exit(1);
}
