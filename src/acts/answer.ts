import type { FastifyReply } from 'fastify';

/**
 * The answer of an act as bytes: it is stored with the idempotency key inside the act's transaction
 * and sent again unchanged, so it must be finished before the commit.
 */
export interface Answer {
  readonly status: number;
  /** JSON text; null when there is no body. */
  readonly body: string | null;
}

/** What was made, and everybody may see it. */
export const created = (view: unknown): Answer => ({ status: 201, body: JSON.stringify(view) });
/** What was made, and waits for a moderator. */
export const accepted = (view: unknown): Answer => ({ status: 202, body: JSON.stringify(view) });
export const done = (view: unknown): Answer => ({ status: 200, body: JSON.stringify(view) });
export const nothing: Answer = { status: 204, body: null };

export function send(reply: FastifyReply, { status, body }: Answer): void {
  void reply.code(status).header('cache-control', 'no-store');
  if (body === null) void reply.send();
  else void reply.type('application/json; charset=utf-8').send(body);
}
