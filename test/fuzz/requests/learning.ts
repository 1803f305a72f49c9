import type { Pool } from './pool.js';
import type { Reply } from './sender.js';
import type { Shape } from './shape.js';
import type { Step } from './steps.js';

/** Remembers the things that later requests can refer to. */
export function learn(
  pool: Pool,
  step: Step,
  shape: Shape,
  { status, body, headers }: Reply,
): void {
  const { operation, twists } = step;
  const meantWell = twists.length === 0;
  if (meantWell && status === 404 && shape.about) pool.drop(shape.about.kind, shape.about.thing);
  if (status < 200 || status >= 300) return;
  for (const { schema } of Object.values(operation.responses[status]?.content ?? {}))
    pool.learn(schema, body);
  if (typeof headers.etag === 'string') pool.keepValue('etag', headers.etag);
  if (!meantWell) return;
  pool.keepShape(operation.operationId, shape);
  const { nextCursor } = (body ?? {}) as { nextCursor?: unknown };
  if (typeof nextCursor !== 'string') return;
  // A cursor is valid only with the path and query that it came with.
  const others = shape.query.filter(([name]) => name !== 'cursor');
  pool.keepShape(operation.operationId, { ...shape, query: [...others, ['cursor', nextCursor]] });
}

/** Whether the sender of a request is signed out, banned, suspended or to be erased. */
export function isNobody({ status, body }: Reply): boolean {
  const type = String((body as { type?: unknown } | undefined)?.type);
  return status === 401 ? !/credentials|refresh/.test(type) : /banned|suspended|closing/.test(type);
}
