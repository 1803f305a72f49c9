import { problem } from '../problems/domain-error.js';

export class IdempotencyKeyReused extends problem(
  'invalid',
  'idempotency-key-reused',
  'This idempotency key belongs to another request',
  'The key was used with another method, path or body; use a new key for a new request.',
) {
  override readonly errors = [
    { pointer: 'Idempotency-Key', detail: 'Use a new key for a new request.' },
  ];
}
