import { getMetadataStorage } from 'class-validator';

/** A value as it is kept, or `undefined` when it must be looked at closely. */
export type Glance = (value: unknown) => unknown;

interface Glanced {
  optional: boolean;
  glance: Glance | null;
}

type Dto = new () => object;

const fields = new WeakMap<object, Map<string, Glanced>>();
const looks = new WeakMap<Dto, ReadonlyMap<string, Glanced> | null>();

/**
 * Says how a field's good values are known at a glance; with null they never are, and only its
 * absence is.
 */
export function glanced(glance: Glance | null, optional: boolean): PropertyDecorator {
  return (target, property) => {
    const known = fields.get(target) ?? new Map<string, Glanced>();
    fields.set(target, known.set(String(property), { optional, glance }));
  };
}

/**
 * A DTO made of what is good at a glance; null when anything must be looked at closely, which finds
 * the words for what is wrong with it. On the way of a comment, validation by class-validator takes
 * as long as rendering its Markdown.
 */
export function lookQuickly(dto: Dto, value: object): object | null {
  const known = looks.has(dto) ? looks.get(dto) : learn(dto);
  if (!known) return null;
  const made = new dto() as Record<string, unknown>;
  for (const key of Object.keys(value)) {
    const kept = known.get(key)?.glance?.((value as Record<string, unknown>)[key]);
    if (kept === undefined) return null;
    made[key] = kept;
  }
  for (const [key, { optional }] of known) {
    if (!optional && !Object.hasOwn(value, key)) return null;
  }
  return made;
}

/** Only a DTO all of whose rules are known here, those of its bases too. */
function learn(dto: Dto): ReadonlyMap<string, Glanced> | null {
  const own = fields.get(dto.prototype as object);
  const rules = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
  const all = own && rules.every(({ propertyName }) => own.has(propertyName)) ? own : null;
  looks.set(dto, all);
  return all;
}
