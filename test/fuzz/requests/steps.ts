import fc from 'fast-check';
import { bodySchema } from '../../support/hostile-slots.js';
import type { ApiDocument, Operation } from '../../support/openapi.js';
import type { Nouns } from './nouns.js';
import { granted, type Known, NTH, type Plans, Wish } from './plans.js';
import { type Role, ROLES, type Shape } from './shape.js';
import { OUT_OF_REACH } from './tally.js';
import { type Twist, twistsOf } from './twists.js';

/** One request, before its object is known. */
export interface Step {
  operation: Operation;
  /** Null uses the role that succeeded before. */
  role: Role | null;
  /** The index of the object that the path names. */
  nth: number;
  query: Record<string, unknown>;
  headers: Record<string, unknown>;
  body: Record<string, unknown> | null;
  /** The index of an earlier successful request to repeat; null for a new one. */
  again: number | null;
  twists: Twist[];
}

/** Most requests come from a role that succeeded before; the rest from any role. */
const ROLE = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constantFrom<Role>(...ROLES, 'author', 'author', 'admin') },
);

/** Relative to the usual frequency of an operation. */
const FREQUENCY = {
  usual: 8,
  /** A password hash is slow on purpose. */
  costly: 3,
  outOfReach: 2,
  /** Most operations need a comment that is not yet removed. */
  comment: 40,
};

export function stepsOf(api: ApiDocument, plans: Plans): fc.Arbitrary<Step> {
  const steps = api.operations.map((operation) => ({
    weight: frequencyOf(api, operation),
    arbitrary: stepOf(api, plans, operation),
  }));
  return fc.oneof(...steps);
}

function frequencyOf(api: ApiDocument, operation: Operation): number {
  if (operation.operationId === 'threadCreate') return FREQUENCY.comment;
  if (OUT_OF_REACH.has(operation.operationId)) return FREQUENCY.outOfReach;
  const isCostly = Object.hasOwn(bodySchema(api, operation)?.properties ?? {}, 'password');
  return isCostly ? FREQUENCY.costly : FREQUENCY.usual;
}

function stepOf(api: ApiDocument, plans: Plans, operation: Operation): fc.Arbitrary<Step> {
  const parameters = operation.parameters ?? [];
  const placed = (place: string) =>
    fc.record(
      Object.fromEntries(
        parameters
          .filter((parameter) => parameter.in === place)
          .map(({ name, schema, required }) => {
            const value = HEADERS[name] ?? plans.of(schema, name);
            return [name, required ? value : fc.option(value, { nil: undefined, freq: 2 })];
          }),
      ),
    );
  const schema = bodySchema(api, operation);
  return fc.record({
    operation: fc.constant(operation),
    role: ROLE,
    nth: NTH,
    query: placed('query'),
    headers: placed('header'),
    body: schema ? plans.object(schema, '') : fc.constant(null),
    again: fc.option(fc.nat(7), { freq: 2 }),
    twists: twistsOf(operation),
  });
}

/** Headers with rules for their values that the schema does not express. */
const HEADERS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'If-Match': fc.constant(
    new Wish('its version', ({ about }) => `"${Number(about?.version ?? 1)}"`),
  ),
  'If-None-Match': NTH.map(
    (nth) => new Wish(`etag ${nth}`, ({ pool }) => pool.value('etag', nth) ?? '*'),
  ),
  'Idempotency-Key': fc.oneof(
    fc.constant(new Wish('a key', ({ fresh }) => fresh())),
    fc.constantFrom('key-1', 'key-2', 'key-3'),
  ),
};

/** Builds the request of a step from current knowledge, without its twists. */
export function shapeOf(step: Step, nouns: Nouns, known: Omit<Known, 'about'>): Shape {
  const { operation } = step;
  const draft = step.nth === 1 ? known.pool.takeDraft(operation.operationId) : null;
  if (draft) return draft;
  const former = known.pool.shape(operation.operationId, step.again ?? 0);
  if (former && step.again !== null) return step.role ? { ...former, role: step.role } : former;
  const role = step.role ?? former?.role ?? 'admin';
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const kind = names.length > 0 ? nouns.ofParameter(operation.path, names[0]) : null;
  const thing = kind === null ? null : known.pool.thing(kind, step.nth);
  const path = Object.fromEntries(
    names.map((name, at) => {
      const own = at === 0 ? thing : known.pool.thing(nouns.ofParameter(operation.path, name), 0);
      // A post is also named by its slug.
      const value = name === 'id' ? own?.id : (own?.[name] ?? (step.nth % 2 ? own?.slug : own?.id));
      return [name, (value as string | null | undefined) ?? known.fresh()];
    }),
  );
  const within = { ...known, about: thing };
  const query = Object.entries(granted(step.query, within) as Record<string, unknown>)
    .filter(([, value]) => value !== undefined && value !== null)
    .flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)] as const));
  const headers = Object.entries(granted(step.headers, within) as Record<string, unknown>)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)]);
  return {
    method: operation.method.toUpperCase(),
    template: operation.path,
    path,
    query,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: granted(step.body, within) as Record<string, unknown> | null,
    role,
    about: kind !== null && thing ? { kind, thing } : null,
  };
}
