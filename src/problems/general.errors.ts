import { type FieldFault, problem } from './domain-error.js';

/** The input is well-formed, but not valid. Every fault names its field. */
export class InvalidInput extends problem('invalid', 'invalid-input', 'The input is not valid') {
  constructor(override readonly errors: readonly FieldFault[]) {
    super(errors[0]?.detail ?? 'The input is not valid.');
  }

  static at(pointer: string, fault: string | Omit<FieldFault, 'pointer'>): InvalidInput {
    const { detail, rule } = typeof fault === 'string' ? { detail: fault, rule: undefined } : fault;
    return new InvalidInput([{ pointer, detail, rule }]);
  }
}

/** The bytes of the request are not of their declared type. */
export class MalformedRequest extends problem(
  'malformed',
  'malformed-request',
  'The request could not be read',
) {}

/** The charset or the content coding of the body is not supported. */
export class UnsupportedEncoding extends problem(
  'unsupported',
  'unsupported-encoding',
  'The encoding of the body is not supported',
) {}

/** A temporary fault of the service or of the database; the client may send the same request again. */
export class TemporarilyUnavailable extends problem(
  'unavailable',
  'temporarily-unavailable',
  'The service is temporarily unavailable',
) {
  override readonly retryAfter: number = 1;

  constructor(
    detail = 'Nothing was changed, or the outcome is unknown; send the same request again.',
  ) {
    super(detail);
  }
}

/** A page of an origin that is not in SITE_ORIGINS sent the request. */
export class ForeignOrigin extends problem(
  'forbidden',
  'foreign-origin',
  'This origin may not call this service',
  'The origin of the calling page is not among the configured site origins.',
) {}
