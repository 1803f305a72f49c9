import { DomainError } from '../problems/domain-error.js';

export class IdempotencyKeyReused extends DomainError {
  readonly kind = 'invalid';
  readonly slug = 'idempotency-key-reused';
  readonly title = 'This idempotency key belongs to another request';
  override readonly errors = [
    { pointer: 'Idempotency-Key', detail: 'Take a new key for a new request.' },
  ];

  constructor() {
    super('The key was used with another method, path or body; take a new key for a new request.');
  }
}
