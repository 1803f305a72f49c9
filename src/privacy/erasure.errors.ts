import { problem } from '../problems/domain-error.js';

export class ErasureNotFound extends problem(
  'not-found',
  'erasure-not-found',
  'No erasure waits',
  'Nobody has asked to erase this account, or the erasure has begun.',
) {}
