import { ProblemError } from '@colloquy/client';
import { problemOf } from './thread-changes.js';

/** Whether an act was refused for want of a second factor. A sign-in that has one to come is told of a challenge. */
export function lacksFactor(error: unknown): boolean {
  return problemOf(error) === 'second-factor-required' && !challengeOf(error);
}

function challengeOf(error: unknown): string | undefined {
  return error instanceof ProblemError
    ? (error.problem as { challenge?: string }).challenge
    : undefined;
}
