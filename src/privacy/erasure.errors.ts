import { problem } from '../problems/domain-error.js';

export class ErasureNotFound extends problem(
  'not-found',
  'erasure-not-found',
  'No erasure is pending',
  'Nobody has requested to erase this account, or the erasure has started.',
) {}
