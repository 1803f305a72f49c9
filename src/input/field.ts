import {
  ApiExtraModels,
  ApiProperty,
  ApiPropertyOptional,
  type ApiPropertyOptions,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FieldFault } from '../problems/domain-error.js';
import { InvalidInput } from '../problems/general.errors.js';

export type Dto = new () => object;

export interface FieldOptions {
  description?: string;
  /** May be left out. */
  optional?: boolean;
  /** May be null. */
  nullable?: boolean;
  example?: unknown;
}

/** The rule of a field: the three things that must agree stand together. */
export interface FieldRule {
  /** The form in which a value is kept. A value of another kind stays as it is, for `check` to refuse. */
  normal?: (value: unknown) => unknown;
  /** A sentence about the fault of a value in its normal form; null when there is none. */
  check: (value: unknown) => string | null;
  /** How the API document describes it; `shape` is the reference to the DTO within. */
  schema: ApiPropertyOptions | ((shape: { $ref: string }) => ApiPropertyOptions);
  /** The DTO of an object, or of each item of a list. */
  shape?: () => Dto;
}

type Rule = FieldRule & FieldOptions;

const declared = new WeakMap<object, Map<string, Rule>>();
const complete = new WeakMap<Dto, ReadonlyMap<string, Rule>>();

/** A field of a DTO. Every decorator of `fields.ts` is made of it. */
export function field(rule: FieldRule, options: FieldOptions = {}): PropertyDecorator {
  return (target, property) => {
    const own = declared.get(target) ?? new Map<string, Rule>();
    declared.set(target, own.set(String(property), { ...rule, ...options }));
    if (rule.shape) ApiExtraModels(rule.shape())(target.constructor as never);
    const { description, example, nullable } = options;
    const schema = { ...schemaOf(rule), description, example, nullable } as ApiPropertyOptions;
    (options.optional ? ApiPropertyOptional : ApiProperty)(schema)(target, property);
  };
}

function schemaOf({ schema, shape }: FieldRule): ApiPropertyOptions {
  return typeof schema === 'function' ? schema({ $ref: getSchemaPath(shape!()) }) : schema;
}

/**
 * Reads a value into a DTO.
 * @param prefix of the pointers to faults: `/` for a body, `?` for a query
 * @throws InvalidInput with every fault: unknown fields first
 */
export function readDto(dto: Dto, value: object, prefix: '/' | '?'): object {
  const faults: Faults = { unknown: [], wrong: [] };
  const made = read(dto, value, prefix, faults);
  const all = [...faults.unknown, ...faults.wrong];
  if (all.length > 0) throw new InvalidInput(all);
  return made;
}

type Faults = Record<'unknown' | 'wrong', FieldFault[]>;

function read(dto: Dto, value: object, prefix: string, faults: Faults): object {
  const rules = rulesOf(dto);
  for (const name of Object.keys(value)) {
    if (rules.has(name)) continue;
    faults.unknown.push({
      pointer: prefix + safeName(name),
      detail: 'This field is not known here.',
    });
  }
  const made = new dto() as Record<string, unknown>;
  for (const [name, rule] of rules) {
    const given = (value as Record<string, unknown>)[name];
    if (given === undefined && rule.optional) continue;
    const isNull = given === null && rule.nullable;
    made[name] = isNull ? null : keep(rule, given, prefix + name, faults);
  }
  return made;
}

function keep(rule: Rule, given: unknown, pointer: string, faults: Faults): unknown {
  const value = rule.normal ? rule.normal(given) : given;
  const detail = rule.check(value);
  if (detail !== null) faults.wrong.push({ pointer, detail });
  if (detail !== null || !rule.shape) return value;
  const shape = rule.shape();
  return Array.isArray(value)
    ? value.map((item: object, place) => read(shape, item, `${pointer}/${place}/`, faults))
    : read(shape, value as object, `${pointer}/`, faults);
}

/** Those of the class itself first, then those of its bases. */
function rulesOf(dto: Dto): ReadonlyMap<string, Rule> {
  let rules = complete.get(dto);
  if (!rules) {
    const found = new Map<string, Rule>();
    for (let at: object = dto.prototype; at !== null; at = Object.getPrototypeOf(at) as object) {
      for (const [name, rule] of declared.get(at) ?? []) {
        if (!found.has(name)) found.set(name, rule);
      }
    }
    complete.set(dto, (rules = found));
  }
  return rules;
}

/** An answer never repeats its request: a name that is no plain word stays away. */
function safeName(property: string): string {
  return /^\w{1,64}$/.test(property) ? property : '';
}
