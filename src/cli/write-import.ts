import { ImportWriter } from '../transfer/import/import-writer.js';
import { TransferModule } from '../transfer/transfer.module.js';
import { withContext } from './command-context.js';

type Wishes = Parameters<ImportWriter['write']>;

/** Writes a parsed export to the service's database. */
export function writeImport(...wishes: Wishes): ReturnType<ImportWriter['write']> {
  return withContext(TransferModule, (context) => context.get(ImportWriter).write(...wishes));
}
