import { InvalidInput } from '../problems/general.errors.js';
import { toProblem } from '../problems/problem.js';
import { UnknownMessage } from './live.errors.js';
import type { LiveSocket } from './live-socket.js';

/** No message has more fields; what follows walks and reports each one. */
const MAX_FIELDS = 10;

/** In its acknowledgement, or in a message of its own where it asked for none. */
export function refuseMessage(socket: LiveSocket, args: readonly unknown[], error: Error): void {
  const problem = toProblem(error);
  const acknowledge = args.at(-1);
  if (typeof acknowledge === 'function') acknowledge({ ok: false, problem });
  else socket.emit('problem', problem);
}

/**
 * A message without a handler would stay without an ack. One that is nested or wide would cost more to
 * validate than any of ours.
 * @returns null when a handler may see it
 */
export function findFault(
  socket: LiveSocket,
  message: string,
  args: readonly unknown[],
): Error | null {
  if (socket.listenerCount(message) === 0) return new UnknownMessage();
  if (args.every(isFlat)) return null;
  return InvalidInput.at('', `A message is one object of at most ${MAX_FIELDS} plain values.`);
}

function isFlat(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const fields: unknown[] = Object.values(value);
  return fields.length <= MAX_FIELDS && fields.every((field) => Object(field) !== field);
}
