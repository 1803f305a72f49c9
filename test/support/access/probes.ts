import { bodySchema } from '../hostile-slots.js';
import type { ApiDocument, Operation, Schema } from '../openapi.js';

/** What the path of an operation names. */
export type ObjectKind = 'comment' | 'post' | 'user' | 'none' | 'unknown';

/** One way to call one operation: each action of a decision is a way of its own. */
export interface Probe {
  /** Method and path, with the action behind it. */
  name: string;
  operation: Operation;
  object: ObjectKind;
  /** Nothing is changed by it, so that all may ask about the same object. */
  reads: boolean;
  action: string | null;
}

/** What ends the asker's own session or account comes after everything else. */
const LAST = ['authLogout', 'usersDeleteMe', 'usersErase'];

export function listProbes(api: ApiDocument): Probe[] {
  const probes = api.operations.flatMap((operation): Probe[] => {
    const { method, path } = operation;
    const name = `${method.toUpperCase()} ${path.replace('/api/v1', '')}`;
    const probe = { operation, object: objectOf(path), reads: method === 'get' };
    const actions = actionsOf(api, operation);
    if (actions.length === 0) return [{ ...probe, name, action: null }];
    return actions.map((action) => ({ ...probe, name: `${name} ${action}`, action }));
  });
  const late = ({ operation }: Probe) => LAST.indexOf(operation.operationId);
  return probes.sort((one, other) => late(one) - late(other) || compare(one.name, other.name));
}

function objectOf(path: string): ObjectKind {
  if (!path.includes('{')) return 'none';
  if (/\/comments\/\{id\}/.test(path)) return 'comment';
  if (/\{post\}|\/posts\/\{id\}/.test(path)) return 'post';
  if (/\{username\}|\/users\/\{id\}/.test(path)) return 'user';
  return 'unknown';
}

function actionsOf(api: ApiDocument, operation: Operation): string[] {
  const schema = bodySchema(api, operation);
  if (!schema?.required?.includes('action')) return [];
  const action = api.resolve(schema.properties!.action);
  return (action.enum ?? []).map(String);
}

/** The body that an operation asks for, with values that fit. */
export function bodyOf(
  api: ApiDocument,
  { operation, action }: Probe,
  version: number,
): Record<string, unknown> | null {
  const schema = bodySchema(api, operation);
  if (!schema) return null;
  const wanted = Object.entries(schema.properties ?? {}).filter(
    ([name]) => schema.required?.includes(name) || name === 'reason',
  );
  const body = Object.fromEntries(
    wanted.map(([name, field]) => [name, sample(name, api.resolve(field))]),
  );
  if (action) body.action = action;
  if ('version' in body) body.version = version;
  if (action === 'suspend') body.until = '2099-01-01T00:00:00.000Z';
  return body;
}

let count = 0;

function sample(name: string, schema: Schema): unknown {
  const fresh = `n${(++count).toString(36)}`;
  const named: Record<string, unknown> = {
    email: `${fresh}@example.org`,
    username: fresh,
    slug: fresh,
    title: `A title ${fresh}`,
    url: `https://reviews.example/${fresh}`,
    role: 'member',
    value: 1,
  };
  if (named[name] !== undefined) return named[name];
  if (schema.enum) return schema.enum[0];
  const type = [schema.type].flat()[0];
  if (type === 'integer') return schema.minimum ?? 1;
  if (type === 'boolean') return true;
  if (type === 'array') return [];
  if (type === 'object') return {};
  if (schema.format === 'uuid') return '01900000-0000-7000-8000-000000000000';
  return 'correct horse battery';
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
