import { ProblemError } from '@colloquy/client';
import { session } from '../../parts/session.js';

/** Whether the session of this page is over, and so an act was refused. */
export function hasEnded(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401 && !session.user;
}
