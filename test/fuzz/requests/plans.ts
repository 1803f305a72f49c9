import fc from 'fast-check';
import type { ApiDocument, Schema } from '../../support/openapi.js';
import type { Nouns } from './nouns.js';
import type { Pool } from './pool.js';
import type { Thing } from './shape.js';

/** The knowledge available when a plan becomes a request. */
export interface Known {
  pool: Pool;
  /** The object that the path names, or the parent of a field. */
  about: Thing | null;
  /** Returns a different word each time. */
  fresh: () => string;
  /** The site whose pages have discussions. */
  origin: string;
}

/** A placeholder for a value from an earlier answer. */
export class Wish {
  constructor(
    private readonly told: string,
    readonly grant: (known: Known) => unknown,
  ) {}

  /** Used by reports of fast-check. */
  toString(): string {
    return this.told;
  }
}

export function granted(plan: unknown, known: Known): unknown {
  if (plan instanceof Wish) return plan.grant(known);
  if (Array.isArray(plan)) return plan.map((item) => granted(item, known));
  if (typeof plan !== 'object' || plan === null) return plan;
  return Object.fromEntries(
    Object.entries(plan).map(([name, held]) => [name, granted(held, known)]),
  );
}

/** Prefers the newest things. */
export const NTH = fc.oneof(fc.nat(2), fc.nat(2), fc.nat(20));

export const PASSWORD = 'the-harness-of-chaos';
/** The version of the terms, fixed: a version set by an administrator would stop all writes. */
export const TERMS = '1';
const HOUR_MS = 3_600_000;
const WORDS =
  'A *street* of my aunt, drawn from memory; three houses are missing. > quoted `code` [a link](https://reviews.example/a) **bold** ';

/** Values that fit a schema, taken from earlier answers where they name something. */
export class Plans {
  constructor(
    private readonly api: ApiDocument,
    private readonly nouns: Nouns,
  ) {}

  of(schema: Schema, name = '', within = ''): fc.Arbitrary<unknown> {
    const single = schema.allOf?.length === 1 ? schema.allOf[0] : schema;
    if (single.$ref) {
      const named = single.$ref.slice(single.$ref.lastIndexOf('/') + 1);
      return this.of(this.api.resolve(single), name, named);
    }
    if (single.anyOf) return fc.oneof(...single.anyOf.map((one) => this.of(one, name, within)));
    if (single.enum) return fc.constantFrom(...single.enum);
    const types = [single.type ?? 'string'].flat();
    const type = types.find((one) => one !== 'null') ?? 'null';
    const plan = this.ofType(type, single, name, within);
    return types.includes('null') ? fc.option(plan, { freq: 4 }) : plan;
  }

  /** The required fields, and some of the optional ones. */
  object(
    { properties = {}, required = [] }: Schema,
    within: string,
  ): fc.Arbitrary<Record<string, unknown>> {
    const fields = Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, this.of(schema, name, within)]),
    );
    const picked = (names: readonly string[]) =>
      Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
    const optional = Object.keys(fields).filter((name) => !required.includes(name));
    if (optional.length === 0) return fc.record(fields);
    const some = fc
      .subarray(optional, { minLength: 1, maxLength: Math.min(2, optional.length) })
      .chain((names) => fc.record(picked([...required, ...names])));
    const all = fc.record(fields, { requiredKeys: required as never[] });
    return fc.oneof(
      { weight: 2, arbitrary: fc.record(picked(required)) },
      { weight: 4, arbitrary: some },
      all,
    );
  }

  private ofType(
    type: string,
    schema: Schema,
    name: string,
    within: string,
  ): fc.Arbitrary<unknown> {
    if (type === 'object') return this.object(schema, within);
    if (type === 'boolean') return fc.constantFrom(true, true, true, false);
    if (type === 'array')
      return fc.array(this.of(schema.items ?? {}, name, within), { maxLength: 3 });
    if (type === 'integer' || type === 'number') return this.number(schema, name);
    return this.text(schema, name, within);
  }

  private number(
    { minimum = 0, maximum = 2 ** 31 - 1 }: Schema,
    name: string,
  ): fc.Arbitrary<unknown> {
    const plain = fc.oneof(
      fc.integer({ min: minimum, max: Math.min(maximum, minimum + 9) }),
      fc.constantFrom(minimum, maximum),
    );
    const told = NTH.map(
      (nth) =>
        new Wish(
          `${name} ${nth}`,
          ({ pool, about }) => about?.[name] ?? pool.value(name, nth) ?? minimum,
        ),
    );
    return name === 'version' ? told : fc.oneof(plain, plain, told);
  }

  private text(schema: Schema, name: string, within: string): fc.Arbitrary<unknown> {
    if (schema.format === 'date-time') return fc.integer({ min: -48, max: 48 }).map(inHours);
    const noun = this.nouns.ofField(name, within);
    const named = noun === null ? null : NTH.map((nth) => thingId(noun, nth));
    if (named && schema.format === 'uuid') return named;
    const told = NTH.map((nth) => valueOf(name, nth));
    const made = MADE[name] ?? fc.constantFrom(...this.samples(schema));
    if (schema.format === 'uuid') return told;
    return named
      ? fc.oneof(made, { weight: 3, arbitrary: named })
      : fc.oneof({ weight: 3, arbitrary: made }, told);
  }

  private samples({ minLength = 1, maxLength = 200 }: Schema): string[] {
    const whole = WORDS.repeat(Math.ceil(minLength / WORDS.length));
    return [WORDS.slice(0, minLength), whole.slice(0, maxLength), whole.slice(0, minLength + 9)];
  }
}

function thingId(kind: string, nth: number): Wish {
  return new Wish(`${kind} ${nth}`, ({ pool, fresh }) => pool.thing(kind, nth)?.id ?? fresh());
}

function valueOf(name: string, nth: number): Wish {
  return new Wish(
    `${name} ${nth}`,
    ({ pool, about, fresh }) => about?.[name] ?? pool.value(name, nth) ?? fresh(),
  );
}

function inHours(hours: number): Wish {
  return new Wish(`in ${hours} h`, () => new Date(Date.now() + hours * HOUR_MS).toISOString());
}

function fresh(told: string, make: (word: string, known: Known) => unknown): fc.Arbitrary<Wish> {
  return fc.constant(new Wish(told, (known) => make(known.fresh(), known)));
}

/** Fields with rules for their texts that the schema does not express. */
const MADE: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  email: fresh('an address', (word) => `${word}@fuzz.test`),
  username: fresh('a name', (word) => word),
  displayName: fresh('a name', (word) => `Somebody ${word}`),
  slug: fresh('a slug', (word) => word),
  key: fresh('a key', (word) => word),
  login: NTH.map((nth) => valueOf('username', nth)),
  // A changed password makes later sign-ins fail; such accounts are replaced.
  password: fc.oneof(
    { weight: 4, arbitrary: fc.constant(PASSWORD) },
    fresh('a password', (word) => `${word} of the harness`),
  ),
  current: fc.constant(PASSWORD),
  language: fc.constantFrom('en', 'lv', 'ru', 'en-GB', 'de'),
  // The URL of a known page, of an unknown one, or of a comment.
  url: fc.oneof(
    fresh('a page', (word, { origin }) => `${origin}/pages/${word}`),
    NTH.map((nth) => thingId('comment', nth)),
    NTH.map((nth) => valueOf('url', nth)),
  ),
};
