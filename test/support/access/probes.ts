import { bodySchema } from '../hostile-slots.js';
import type { ApiDocument, Operation, Schema } from '../openapi.js';
import { NOBODY, type Target } from './states/stage.js';

/** The object of an operation. */
export type ObjectKind =
  | 'comment'
  | 'post'
  | 'page'
  | 'user'
  | 'queue item'
  | 'notice'
  | 'failed job'
  | 'account'
  | 'session'
  | 'listed session'
  | 'passkey'
  | 'link'
  | 'none'
  | 'unknown';

/** One way to call one operation: each action of a decision and each field of a change counts. */
export interface Probe {
  /** Method and path, followed by the choice. */
  name: string;
  operation: Operation;
  object: ObjectKind;
  /** It changes nothing, so all viewers can use the same object. */
  reads: boolean;
  /** The value of a field that decides who may send it. */
  choice: Readonly<Record<string, unknown>>;
  /** The changed field, where an operation can change several. */
  field: string | null;
}

/** Probes that change a sign-in or end a session come last, in this order. */
const LAST = [
  'totpBegin',
  'totpConfirm',
  'passwordChange',
  'sessionsEndOthers',
  'erasureErase',
  'authLogout',
];

/** Operations whose path does not name their object. */
const ABOUT: Readonly<Record<string, ObjectKind>> = {
  postsGetByPage: 'page',
  postsEnsurePage: 'page',
  authLogin: 'account',
  authRefresh: 'session',
  sessionsEnd: 'listed session',
  passkeysRename: 'passkey',
  passkeysRemove: 'passkey',
  linksRemove: 'link',
  noticesSend: 'comment',
  oidcStart: 'none',
  unsubscribeOpen: 'none',
  oidcFinish: 'none',
};

/** Fields whose choice decides who may send them. */
const CHOICES = ['action', 'role', 'field'];

export function listProbes(api: ApiDocument): Probe[] {
  const probes = api.operations.flatMap((operation) => probesOf(api, operation));
  const late = ({ operation }: Probe) => LAST.indexOf(operation.operationId);
  return probes.sort((one, other) => late(one) - late(other) || compare(one.name, other.name));
}

/** Probes that change or end something of the asker's, so nothing else may run concurrently. */
export function comesLast({ operation }: Probe): boolean {
  return LAST.includes(operation.operationId);
}

function probesOf(api: ApiDocument, operation: Operation): Probe[] {
  const { method, path, operationId } = operation;
  const name = `${method.toUpperCase()} ${path.replace('/api/v1', '')}`;
  const plain = { operation, object: objectOf(operation), reads: method === 'get' };
  const probe = { ...plain, choice: {}, field: null };
  const ways = [
    ...choicesOf(api, operation).map(([told, choice]) => {
      return { ...probe, name: `${name} ${told}`, choice };
    }),
    ...changesOf(api, operation).map((field) => ({ ...probe, name: `${name} ${field}`, field })),
  ];
  const probes = ways.length > 0 ? ways : [{ ...probe, name }];
  // A reply also has a parent comment as its object.
  if (operationId !== 'threadCreate') return probes;
  return [...probes, { ...probe, name: `${name} below another`, object: 'comment' }];
}

function objectOf({ operationId, path }: Operation): ObjectKind {
  if (ABOUT[operationId]) return ABOUT[operationId];
  if (!path.includes('{')) return 'none';
  if (/\/comments\/\{id\}/.test(path)) return 'comment';
  if (/\{post\}|\/posts\/\{id\}/.test(path)) return 'post';
  if (/\{username\}|\/users\/\{id\}/.test(path)) return 'user';
  if (/\/queue\/\{id\}/.test(path)) return 'queue item';
  if (/\/jobs\/failed\/\{id\}/.test(path)) return 'failed job';
  return /\/notices\/\{id\}/.test(path) ? 'notice' : 'unknown';
}

function choicesOf(api: ApiDocument, operation: Operation): [string, Record<string, unknown>][] {
  const schema = bodySchema(api, operation);
  const fields = Object.entries(schema?.properties ?? {});
  const named = fields.find(([name]) => CHOICES.includes(name) && schema?.required?.includes(name));
  if (named) {
    const [name, field] = named;
    return (api.resolve(field).enum ?? []).map((choice) => [String(choice), { [name]: choice }]);
  }
  return [];
}

/** The optional fields of a change. */
function changesOf(api: ApiDocument, operation: Operation): string[] {
  const schema = operation.method === 'patch' ? bodySchema(api, operation) : null;
  return schema?.required?.length ? [] : Object.keys(schema?.properties ?? {});
}

/** The required query of an operation, and the part of it that names the object. */
export function queryOf({ operation }: Probe, { names }: Target): string {
  const wanted = (operation.parameters ?? [])
    .filter(({ in: place, name, required }) => place === 'query' && (required || names[name]))
    .map(({ name, schema }): [string, string] => {
      return [name, names[name] ?? String(sample(name, schema))];
    });
  return wanted.length > 0 ? `?${new URLSearchParams(wanted).toString()}` : '';
}

/** The required body of an operation, with valid values. */
export function bodyOf(
  api: ApiDocument,
  { operation, choice, field, object }: Probe,
  { names, version }: Target,
): Record<string, unknown> | null {
  const schema = bodySchema(api, operation);
  if (!schema) return null;
  const fields = Object.entries(schema.properties ?? {}).filter(
    ([name]) => schema.required?.includes(name) || name === 'reason' || name === field,
  );
  const body = Object.fromEntries(
    fields.map(([name, schema]) => [name, sample(name, api.resolve(schema))]),
  );
  const about = object === 'post' ? {} : names;
  for (const name of Object.keys(schema.properties ?? {})) {
    // Optional fields of a decision do not name its object.
    if (choice.action && !schema.required?.includes(name)) continue;
    if (about[name] !== undefined && name !== 'id') body[name] = about[name];
  }
  if ('version' in body) body.version = version;
  const extras = EXTRAS[String(choice.action)] ?? EXTRAS[operation.operationId];
  return { ...body, ...choice, ...extras };
}

/** Fields that an action, or an operation of a certain asker, needs in addition. */
const EXTRAS: Readonly<Record<string, Record<string, unknown>>> = {
  suspend: { until: new Date(Date.now() + 86_400_000).toISOString() },
  rename: { clearBio: true },
  note: { note: 'Something to remember' },
  emailChange: { current: 'correct horse battery' },
};

/** Digits only, so that no name looks like another. */
let count = 1_000;

function sample(name: string, schema: Schema): unknown {
  const fresh = `n${++count}`;
  const named: Record<string, unknown> = {
    email: `${fresh}@example.org`,
    username: fresh,
    displayName: fresh,
    slug: fresh,
    key: fresh,
    title: `A title ${fresh}`,
    url: `https://reviews.example/${fresh}`,
    language: 'lv',
    authorId: null,
    role: 'member',
    value: 1,
    // Otherwise accounts could no longer register, or write.
    confirmEmails: false,
    staffSecondFactor: false,
    readOnly: false,
  };
  if (named[name] !== undefined) return named[name];
  if (schema.enum) return schema.enum[0];
  const type = [schema.type].flat()[0];
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  if (type === 'boolean') return true;
  if (type === 'array') return [];
  if (type === 'object') return {};
  if (schema.format === 'date-time') return '2026-01-01T00:00:00.000Z';
  if (schema.format === 'uuid') return NOBODY;
  return 'correct horse battery';
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
