import type { Fault } from '../text/plain/fault.js';
import { findNameFault, tidyName } from '../text/names/names.js';
import {
  findTextFault,
  normalise,
  type TextRules,
  withLineBreaks,
} from '../text/plain/text-gate.js';
import { asBrowsersRead, normalisePageUrl } from '../text/plain/page-url.js';
import { isUuid } from '../text/plain/uuid.js';
import { type Dto, field, type FieldOptions, type FieldRule } from './field.js';

/** The kinds of fields of DTOs. */

type CheckText = (value: string) => Fault | null;

type Schema = FieldRule['schema'];

/** A rule with one message for every invalid value. */
const either = (
  isGood: (value: unknown) => boolean,
  detail: string,
  schema: Schema,
): FieldRule => ({
  check: (value) => (isGood(value) ? null : { detail }),
  schema,
});

const ofText =
  (check: CheckText) =>
  (value: unknown): Fault | null =>
    typeof value === 'string' ? check(value) : { detail: 'This must be a string.' };

/** A string field that passes the gate, in NFC. */
export function TextField(rules: TextRules, options?: FieldOptions): PropertyDecorator {
  const { minGraphemes, maxGraphemes, multiline } = rules;
  return field(
    {
      normal: (value) => {
        if (typeof value !== 'string' || !value.isWellFormed()) return value;
        return normalise(multiline ? withLineBreaks(value) : value);
      },
      check: ofText((text) => findTextFault(text, rules)),
      schema: { type: 'string', minLength: minGraphemes || undefined, maxLength: maxGraphemes },
    },
    options,
  );
}

/** A string that a function validates. */
export function CheckedField(check: CheckText, options?: FieldOptions): PropertyDecorator {
  return field({ check: ofText(check), schema: { type: 'string' } }, options);
}

/** A name that is shown, with single spaces between its words. */
export function NameField(options?: FieldOptions): PropertyDecorator {
  const normal = (value: unknown) => (typeof value === 'string' ? tidyName(value) : value);
  return field({ normal, check: ofText(findNameFault), schema: { type: 'string' } }, options);
}

const MAX_ADDRESS = 2_000;

/** The URL of a page, stored in the normal form of browsers. */
export function AddressField(options?: FieldOptions): PropertyDecorator {
  const isGood = (url: string) => url.length <= MAX_ADDRESS && normalisePageUrl(url) !== null;
  const detail = 'An address is an absolute http or https URL of at most 2,000 characters.';
  return field(
    {
      normal: (value) => (typeof value === 'string' ? asBrowsersRead(value) : value),
      check: ofText((url) => (isGood(url) ? null : { detail })),
      schema: { type: 'string' },
    },
    options,
  );
}

export function UuidField(options?: FieldOptions): PropertyDecorator {
  const schema = { type: 'string', format: 'uuid' } as const;
  return field(either(isId, 'This must be a UUID.', schema), options);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && isUuid(value);
}

/** A list of different UUIDs, of at most `max`. */
export function UuidsField(max: number, options?: FieldOptions): PropertyDecorator {
  const items = { type: 'string', format: 'uuid' } as const;
  const isGood = (value: unknown): boolean =>
    isList(value, max, isId) && new Set(value.map((id) => id.toLowerCase())).size === value.length;
  return field(
    either(isGood, `This must be a list of at most ${max} different UUIDs.`, {
      type: 'array',
      maxItems: max,
      uniqueItems: true,
      items,
    }),
    options,
  );
}

function isList<Item>(
  value: unknown,
  max: number,
  isItem: (item: unknown) => item is Item,
): value is Item[] {
  return Array.isArray(value) && value.length <= max && value.every(isItem);
}

export function ChoiceField(choices: readonly string[], options?: FieldOptions): PropertyDecorator {
  const isGood = (value: unknown): boolean => choices.includes(value as string);
  const schema = { type: 'string', enum: [...choices] } as const;
  return field(either(isGood, `This must be one of ${choices.join(', ')}.`, schema), options);
}

export function FlagField(options?: FieldOptions): PropertyDecorator {
  const isGood = (value: unknown): boolean => typeof value === 'boolean';
  return field(either(isGood, 'This must be true or false.', { type: 'boolean' }), options);
}

interface Range {
  min: number;
  max: number;
}

const wholeNumber = ({ min, max }: Range) =>
  either(
    (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
    `This must be a whole number from ${min} to ${max}.`,
    { type: 'integer', minimum: min, maximum: max },
  );

/** A whole number of a JSON body. */
export function IntegerField(range: Range, options?: FieldOptions): PropertyDecorator {
  return field(wholeNumber(range), options);
}

/** An integer query parameter. It arrives as text; only plain digits are accepted. */
export function IntegerQuery(range: Range, options?: FieldOptions): PropertyDecorator {
  const normal = (value: unknown) =>
    typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return field({ ...wholeNumber(range), normal }, { optional: true, ...options });
}

/** A query parameter that may be repeated; a single one is a list of one. */
export function ListQuery(
  check: CheckText,
  { max, description }: { max: number; description?: string },
): PropertyDecorator {
  const judge = (value: unknown) => {
    if (!Array.isArray(value) || value.length > max) return { detail: `Give at most ${max}.` };
    const faults = value.map((one) =>
      typeof one === 'string' ? check(one) : { detail: 'Each must be a string.' },
    );
    return faults.find((fault) => fault !== null) ?? null;
  };
  return field(
    {
      normal: (value) => (typeof value === 'string' ? [value] : value),
      check: judge,
      schema: { type: 'array', items: { type: 'string' }, maxItems: max },
    },
    { optional: true, description },
  );
}

/** A cursor. The list that issued it parses it. */
export function CursorQuery(): PropertyDecorator {
  const description = 'The `nextCursor` of the previous page.';
  return CheckedField(
    (cursor) =>
      cursor === '' ? { detail: 'Take the cursor from nextCursor of the page before.' } : null,
    { optional: true, description },
  );
}

/** An instant as RFC 3339 writes it, with its offset. */
export function InstantField(options?: FieldOptions): PropertyDecorator {
  const format = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
  const isGood = (value: unknown): boolean =>
    typeof value === 'string' && format.test(value) && !Number.isNaN(Date.parse(value));
  const schema = { type: 'string', format: 'date-time' } as const;
  return field(
    either(isGood, 'This must be a time such as 2026-04-11T12:00:00Z.', schema),
    options,
  );
}

/** A nested object. */
export function ObjectField(shape: () => Dto, options?: FieldOptions): PropertyDecorator {
  const schema: Schema = (ref) => ({ type: 'object', allOf: [ref] }) as never;
  return field({ shape, ...either(isObject, 'This must be an object.', schema) }, options);
}

/** A list of objects of one shape, of at most `max`. */
export function ObjectsField(
  shape: () => Dto,
  max: number,
  options?: FieldOptions,
): PropertyDecorator {
  const isGood = (value: unknown): boolean => isList(value, max, isObject);
  const schema: Schema = (items) => ({ type: 'array', maxItems: max, items });
  const fault = `This must be a list of at most ${max} objects.`;
  return field({ shape, ...either(isGood, fault, schema) }, options);
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
