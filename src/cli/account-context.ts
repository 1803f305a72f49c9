import type { INestApplicationContext } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { withContext } from './command-context.js';

/** Runs a command with what knows accounts and settings. */
export function withAccounts<T>(
  work: (context: INestApplicationContext) => Promise<T>,
): Promise<T> {
  return withContext(AuthModule, work);
}
