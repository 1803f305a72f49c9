import fc from 'fast-check';
import { bodySchema } from '../../support/hostile-slots.js';
import type { ApiDocument, Operation } from '../../support/openapi.js';
import { granted, type Known, type Plans } from './plans.js';
import type { Shape } from './shape.js';

/**
 * Changes each field that a refusal points at. Some rules combine several fields, which no schema
 * expresses; step by step such a request becomes valid.
 * @param seed selects the new values
 */
export function mended(
  api: ApiDocument,
  plans: Plans,
  operation: Operation,
  { shape, problem, known, seed }: { shape: Shape; problem: unknown; known: Known; seed: number },
): Shape | null {
  const { errors } = (problem ?? {}) as { errors?: { pointer: string }[] };
  const { properties = {}, required = [] } = bodySchema(api, operation) ?? {};
  const names = (errors ?? []).map(({ pointer }) => pointer.split('/')[1]);
  const body: Record<string, unknown> = { ...shape.body };
  for (const name of names) {
    if (name === undefined || !properties[name]) continue;
    const mayGo = Object.hasOwn(body, name) && !required.includes(name);
    if (mayGo && seed % 2 === 0) delete body[name];
    else
      [body[name]] = granted(
        fc.sample(plans.of(properties[name], name), { seed, numRuns: 1 }),
        known,
      ) as unknown[];
  }
  return names.length > 0 && shape.body ? { ...shape, body } : null;
}
