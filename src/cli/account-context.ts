import type { INestApplicationContext } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { withContext } from './command-context.js';

/** Runs a command with the modules for accounts and settings. */
export function withAccounts<T>(
  work: (context: INestApplicationContext) => Promise<T>,
): Promise<T> {
  return withContext(AuthModule, work);
}
