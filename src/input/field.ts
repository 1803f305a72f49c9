import {
  ApiExtraModels,
  ApiProperty,
  ApiPropertyOptional,
  type ApiPropertyOptions,
  getSchemaPath,
} from '@nestjs/swagger';
import {
  ValidateBy,
  ValidateIf,
  ValidateNested,
  validateSync,
  type ValidationError,
} from 'class-validator';
import type { FieldFault } from '../problems/domain-error.js';
import { InvalidInput } from '../problems/general.errors.js';
import type { Fault } from '../text/plain/fault.js';

export type Dto = new () => object;

export interface FieldOptions {
  description?: string;
  /** May be left out. */
  optional?: boolean;
  /** May be null. */
  nullable?: boolean;
  example?: unknown;
}

/** The rule of a field: three parts that must agree are defined together. */
export interface FieldRule {
  /** Normalises a value. A value of another type is unchanged, so that `check` refuses it. */
  normal?: (value: unknown) => unknown;
  /** The fault of a value in its normal form; null when there is none. */
  check: (value: unknown) => Fault | null;
  /** How the API document describes it; `shape` is the reference to the DTO within. */
  schema: ApiPropertyOptions | ((shape: { $ref: string }) => ApiPropertyOptions);
  /** The DTO of an object, or of each item of a list. */
  shape?: () => Dto;
}

type Rule = FieldRule & FieldOptions;

const declared = new WeakMap<object, Map<string, Rule>>();
const complete = new WeakMap<Dto, ReadonlyMap<string, Rule>>();

/** A field of a DTO, the basis of every decorator in `fields.ts`. */
export function field(rule: FieldRule, options: FieldOptions = {}): PropertyDecorator {
  return (target, property) => {
    const own = declared.get(target) ?? new Map<string, Rule>();
    declared.set(target, own.set(String(property), { ...rule, ...options }));
    validated(rule, options)(target, property);
    if (rule.shape) ApiExtraModels(rule.shape())(target.constructor as never);
    const { description, example, nullable } = options;
    const schema = { ...schemaOf(rule), description, example, nullable } as ApiPropertyOptions;
    (options.optional ? ApiPropertyOptional : ApiProperty)(schema)(target, property);
  };
}

/** The same rule for class-validator, which finds the faulty fields of a refused value. */
function validated({ check, shape }: FieldRule, options: FieldOptions): PropertyDecorator {
  const { optional = false, nullable = false } = options;
  const validator = {
    validate: (value: unknown) => check(value) === null,
  };
  return (target, property) => {
    ValidateIf((_, value) => !(value === undefined && optional) && !(value === null && nullable))(
      target,
      property,
    );
    ValidateBy({ name: 'field', validator })(target, property);
    if (shape) ValidateNested()(target, property as string);
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
  const reading: Reading = { unknown: [], good: true };
  const made = read(dto, value, prefix, reading);
  if (reading.good) return made;
  const found = validateSync(made, { forbidUnknownValues: false });
  throw new InvalidInput([...reading.unknown, ...found.flatMap((one) => faultsOf(one, prefix))]);
}

/** The state of reading an object. Most objects are valid, and need no more than this. */
interface Reading {
  unknown: FieldFault[];
  good: boolean;
}

function faultsOf(
  { target, property, value, constraints, children }: ValidationError,
  prefix: string,
): FieldFault[] {
  const pointer = prefix + property;
  const fault =
    constraints &&
    rulesOf(target!.constructor as Dto)
      .get(property)!
      .check(value);
  if (fault) return [{ pointer, ...fault }];
  return (children ?? []).flatMap((child) => faultsOf(child, `${pointer}/`));
}

function read(dto: Dto, value: object, prefix: string, reading: Reading): object {
  const rules = rulesOf(dto);
  for (const name of Object.keys(value)) {
    if (rules.has(name)) continue;
    reading.good = false;
    reading.unknown.push({
      pointer: prefix + safeName(name),
      detail: 'This field is not known here.',
    });
  }
  const made = new dto() as Record<string, unknown>;
  for (const [name, rule] of rules) {
    const given = (value as Record<string, unknown>)[name];
    if (given === undefined && rule.optional) continue;
    const kept = given === null && rule.nullable ? null : keep(rule, given, prefix + name, reading);
    made[name] = kept;
  }
  return made;
}

function keep(rule: Rule, given: unknown, pointer: string, reading: Reading): unknown {
  const value = rule.normal ? rule.normal(given) : given;
  const isGood = rule.check(value) === null;
  reading.good &&= isGood;
  if (!isGood || !rule.shape) return value;
  const shape = rule.shape();
  return Array.isArray(value)
    ? value.map((item: object, place) => read(shape, item, `${pointer}/${place}/`, reading))
    : read(shape, value as object, `${pointer}/`, reading);
}

/** The rules of the class itself, then those of its base classes. */
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

/** Errors never repeat input, so a name that is not a plain word is omitted. */
function safeName(property: string): string {
  return /^\w{1,64}$/.test(property) ? property : '';
}
