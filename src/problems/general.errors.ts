import { type FieldFault, problem } from './domain-error.js';

/** Input that was understood and refused; every fault names its field. */
export class InvalidInput extends problem('invalid', 'invalid-input', 'The input is not valid') {
  constructor(override readonly errors: readonly FieldFault[]) {
    super(errors[0]?.detail ?? 'The input is not valid.');
  }

  static at(pointer: string, fault: string | Omit<FieldFault, 'pointer'>): InvalidInput {
    const { detail, rule } = typeof fault === 'string' ? { detail: fault, rule: undefined } : fault;
    return new InvalidInput([{ pointer, detail, rule }]);
  }
}

/** Bytes that cannot be read as their declared type. */
export class MalformedRequest extends problem(
  'malformed',
  'malformed-request',
  'The request could not be read',
) {}

/** A body in a charset or a coding that is not read. */
export class UnsupportedEncoding extends problem(
  'unsupported',
  'unsupported-encoding',
  'The encoding of the body is not supported',
) {}

/** A fault of ours or of the database that passes; the same request may be sent again. */
export class TemporarilyUnavailable extends problem(
  'unavailable',
  'temporarily-unavailable',
  'The service is not available for the moment',
) {
  override readonly retryAfter: number = 1;

  constructor(
    detail = 'Nothing was changed, or the outcome is unknown; send the same request again.',
  ) {
    super(detail);
  }
}

/** The page of another site called; only the origins of SITE_ORIGINS may. */
export class ForeignOrigin extends problem(
  'forbidden',
  'foreign-origin',
  'This origin may not call this service',
  'The origin of the calling page is not among the configured site origins.',
) {}
