import { TemporarilyUnavailable } from '../problems/general.errors.js';

interface PostgresError extends Error {
  code: string;
  constraint?: string;
}

/** Temporary faults, after which the same request may be sent again. */
const PASSING = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '53100', // disk_full
  '53200', // out_of_memory
  '53300', // too_many_connections
  '55P03', // lock_not_available
  '57014', // query_canceled (statement_timeout)
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '57P05', // idle_session_timeout
  '25006', // read_only_sql_transaction: a standby, or a full disk turned read-only
  '25P03', // idle_in_transaction_session_timeout
]);

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** The driver's message for a server that does not answer. */
const UNANSWERED = 'Query read timeout';

/** Messages of the driver for errors without a code. */
const DRIVER =
  /Query read timeout|Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|not queryable|pool after calling end|Query runner already released/i;

/** Whether an error is the violation of one named constraint. */
export function violates(error: unknown, constraint: string): boolean {
  const root = driverError(error);
  return root !== null && root.code?.startsWith('23') && root.constraint === constraint;
}

/** Whether no response came: the next statement on the same connection would wait as long. */
export function isUnanswered(error: unknown): boolean {
  return driverError(error)?.message === UNANSWERED;
}

/** A transaction has read rows that another one changed before it had its locks. It is retried. */
export class SerializationFailure extends Error {
  readonly code = '40001';
}

/** Whether a failed transaction may be retried from its start. */
export function isRetryable(error: unknown): boolean {
  const code = driverError(error)?.code;
  return code === '40001' || code === '40P01';
}

/** Whether the role lacks the privilege, or the server is read-only. */
export function isForbidden(error: unknown): boolean {
  return ['42501', '25006'].includes(driverError(error)?.code ?? '');
}

/** Whether the same request may succeed later, without a change of the configuration. */
export function isPassing(error: unknown): boolean {
  const root = driverError(error);
  return (
    root !== null &&
    (PASSING.has(root.code) ||
      root.code?.startsWith('08') ||
      NETWORK.has(root.code) ||
      DRIVER.test(root.message))
  );
}

/** Converts a temporary fault to a 503 with a retry; every other error is unchanged. */
export function translate(error: unknown): unknown {
  return isPassing(error) ? new TemporarilyUnavailable() : error;
}

/**
 * TypeORM wraps the driver's error, which has the code and the constraint. It is recognised by its
 * shape, because an error of another context (nested `vm` contexts) is no `Error` of this one.
 */
function driverError(error: unknown): PostgresError | null {
  const thrown = error as (PostgresError & { driverError?: PostgresError }) | null | undefined;
  const root = thrown?.driverError ?? thrown;
  return typeof root?.message === 'string' ? root : null;
}
