import { applyDecorators } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiProperty,
  ApiPropertyOptional,
  type ApiPropertyOptions,
  getSchemaPath,
} from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { findTextFault, normalise, type TextRules } from '../text/gate.js';
import { isUuid } from '../text/uuid.js';
import { glanced } from './quick-look.js';

/**
 * The fields of DTOs. Each decorator stands for the three things that must agree: the rule, the
 * normal form, and the words of the API document.
 */
export interface FieldOptions {
  description?: string;
  /** May be left out. */
  optional?: boolean;
  /** May be null. */
  nullable?: boolean;
  example?: unknown;
}

type Check = (value: unknown) => string | null;

/** A string field that passes the gate, in NFC. */
export function TextField(rules: TextRules, options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) =>
      typeof value === 'string' && value.isWellFormed() ? normalise(value) : value,
    ),
    ...presence(options),
    glanced((value) => goodText(value, rules), options.optional === true),
    checked('text', (value) =>
      typeof value === 'string'
        ? (findTextFault(value, rules)?.detail ?? null)
        : 'This must be a string.',
    ),
    documented(
      { type: 'string', minLength: rules.minGraphemes || undefined, maxLength: rules.maxGraphemes },
      options,
    ),
  );
}

function goodText(value: unknown, rules: TextRules): string | undefined {
  if (typeof value !== 'string' || !value.isWellFormed()) return undefined;
  const text = normalise(value);
  return findTextFault(text, rules) ? undefined : text;
}

/** A string that a function judges: it answers a sentence about the fault, or null. */
export function CheckedField(
  check: (value: string) => string | null,
  options: FieldOptions = {},
): PropertyDecorator {
  return applyDecorators(
    ...presence(options),
    checked('string', (value) =>
      typeof value === 'string' ? check(value) : 'This must be a string.',
    ),
    documented({ type: 'string' }, options),
  );
}

export function UuidField(options: FieldOptions = {}): PropertyDecorator {
  const takesNull = options.nullable === true;
  return applyDecorators(
    ...presence(options),
    glanced(
      (value) =>
        (typeof value === 'string' && isUuid(value)) || (takesNull && value === null)
          ? value
          : undefined,
      options.optional === true,
    ),
    checked('uuid', (value) =>
      typeof value === 'string' && isUuid(value) ? null : 'This must be a UUID.',
    ),
    documented({ type: 'string', format: 'uuid' }, options),
  );
}

/** A list of different UUIDs, of at most `max`. */
export function UuidsField(max: number, options: FieldOptions = {}): PropertyDecorator {
  const fault = `This must be a list of at most ${max} different UUIDs.`;
  return applyDecorators(
    ...presence(options),
    checked('uuids', (value) =>
      Array.isArray(value) &&
      value.length <= max &&
      value.every((one) => typeof one === 'string' && isUuid(one)) &&
      new Set(value.map((one: string) => one.toLowerCase())).size === value.length
        ? null
        : fault,
    ),
    documented(
      {
        type: 'array',
        maxItems: max,
        uniqueItems: true,
        items: { type: 'string', format: 'uuid' },
      },
      options,
    ),
  );
}

export function ChoiceField(
  choices: readonly string[],
  options: FieldOptions = {},
): PropertyDecorator {
  return applyDecorators(
    ...presence(options),
    IsIn(choices, { message: `This must be one of ${choices.join(', ')}.` }),
    documented({ type: 'string', enum: [...choices] }, options),
  );
}

export function FlagField(options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    ...presence(options),
    IsBoolean({ message: 'This must be true or false.' }),
    documented({ type: 'boolean' }, options),
  );
}

export interface Range {
  min: number;
  max: number;
}

/** A whole number of a JSON body. */
export function IntegerField({ min, max }: Range, options: FieldOptions = {}): PropertyDecorator {
  const message = `This must be a whole number from ${min} to ${max}.`;
  return applyDecorators(
    ...presence(options),
    glanced((value) => (isWhole(value, min, max) ? value : undefined), options.optional === true),
    IsInt({ message }),
    Min(min, { message }),
    Max(max, { message }),
    documented({ type: 'integer', minimum: min, maximum: max }, options),
  );
}

function isWhole(value: unknown, min: number, max: number): boolean {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}

/** A whole number of a query, where everything arrives as text; only plain digits are one. */
export function IntegerQuery(range: Range, options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) =>
      typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value,
    ),
    IntegerField(range, { optional: true, ...options }),
  );
}

/** A key of a query that may be given several times; once is a list of one. */
export function ListQuery(
  check: (value: string) => string | null,
  { max, description }: { max: number; description?: string },
): PropertyDecorator {
  const judge = (value: unknown) => {
    if (!Array.isArray(value) || value.length > max) return `Give at most ${max}.`;
    const faults = value.map((one) =>
      typeof one === 'string' ? check(one) : 'Each must be a string.',
    );
    return faults.find((fault) => fault !== null) ?? null;
  };
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? [value] : value)),
    ...presence({ optional: true }),
    checked('list', judge),
    ApiPropertyOptional({ type: [String], maxItems: max, description }),
  );
}

/** Where a page begins; what it says is the business of who gave it out. */
export function CursorQuery(): PropertyDecorator {
  const description = 'The `nextCursor` of the page before.';
  return CheckedField(
    (cursor) => (cursor === '' ? 'Take the cursor from nextCursor of the page before.' : null),
    { optional: true, description },
  );
}

/** An instant as RFC 3339 writes it, with its offset. */
export function InstantField(options: FieldOptions = {}): PropertyDecorator {
  const format = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
  return applyDecorators(
    ...presence(options),
    checked('instant', (value) =>
      typeof value === 'string' && format.test(value) && !Number.isNaN(Date.parse(value))
        ? null
        : 'This must be a time such as 2026-04-11T12:00:00Z.',
    ),
    documented({ type: 'string', format: 'date-time' }, options),
  );
}

type Shape = new () => object;

/** An object with fields of its own. */
export function ObjectField(shape: () => Shape, options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    ...presence(options),
    glanced(null, options.optional === true),
    Type(shape),
    checked('object', (value) => (isObject(value) ? null : 'This must be an object.')),
    nested(),
    described(shape, (schema) =>
      documented({ type: 'object', allOf: [schema] } as ApiPropertyOptions, options),
    ),
  );
}

/** A list of objects of one shape, of at most `max`. */
export function ObjectsField(
  shape: () => Shape,
  max: number,
  options: FieldOptions = {},
): PropertyDecorator {
  const fault = `This must be a list of at most ${max} objects.`;
  return applyDecorators(
    ...presence(options),
    glanced(null, options.optional === true),
    Type(shape),
    checked('objects', (value) =>
      Array.isArray(value) && value.length <= max && value.every(isObject) ? null : fault,
    ),
    nested(),
    described(shape, (items) => documented({ type: 'array', maxItems: max, items }, options)),
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields within; what is no object at all has its fault already. */
function nested(): PropertyDecorator {
  return ValidateNested({ message: 'This must be an object.' });
}

/** A shape is named when its class is complete, which is later than this one is read. */
function described(
  shape: () => Shape,
  document: (schema: { $ref: string }) => PropertyDecorator,
): PropertyDecorator {
  return (target, property) => {
    ApiExtraModels(shape())(target.constructor as never);
    document({ $ref: getSchemaPath(shape()) })(target, property);
  };
}

function checked(name: string, check: Check): PropertyDecorator {
  return ValidateBy({
    name,
    validator: {
      validate: (value: unknown) => check(value) === null,
      defaultMessage: (args) => check(args?.value) ?? 'This is not valid.',
    },
  });
}

/** class-validator's `IsOptional` would let null through everywhere; null passes only where it is said. */
function presence({ optional, nullable }: FieldOptions): PropertyDecorator[] {
  if (optional && nullable) return [IsOptional()];
  if (optional) return [ValidateIf((_, value) => value !== undefined)];
  if (nullable) return [ValidateIf((_, value) => value !== null)];
  return [];
}

function documented(
  schema: ApiPropertyOptions,
  { description, optional, nullable, example }: FieldOptions,
): PropertyDecorator {
  const options = { ...schema, description, example, nullable } as ApiPropertyOptions;
  return optional ? ApiPropertyOptional(options) : ApiProperty(options);
}
