import { percentEncoded } from './percent-encoded.js';
import { JsonText, toJson } from './hostile.js';
import type { Shape } from './shape.js';
import type { BYTES, Twist } from './twists.js';

/** A request as it is sent. */
export interface Wire {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer | null;
}

/** The bytes of a request, with all its twists applied. */
export function wireOf(shape: Shape, twists: readonly Twist[], token: string | null): Wire {
  const path = { ...shape.path };
  const query = shape.query.map(
    ([name, value]) => `${percentEncoded(name)}=${percentEncoded(value)}`,
  );
  const headers: Record<string, string> = {};
  if (token !== null) headers.authorization = `Bearer ${token}`;
  for (const [name, value] of Object.entries(shape.headers)) headers[name.toLowerCase()] = value;
  const raw = new Set<string>();
  let { method } = shape;
  let body: unknown = shape.body === null ? null : structuredClone(shape.body);
  let bytes: ((json: string) => Buffer | null) | null = null;
  for (const twist of twists) {
    if (twist.at === 'method') method = twist.method;
    else if (twist.at === 'header')
      headers[twist.name] = Buffer.from(twist.value).toString('latin1');
    else if (twist.at === 'path') {
      const name = Object.keys(path)[twist.nth % Object.keys(path).length];
      path[name] = twist.value;
      raw.add(name);
    } else if (twist.at === 'query') {
      const names = shape.query.map(([name]) => name);
      const name =
        typeof twist.name === 'string' ? twist.name : (names[twist.name % names.length] ?? 'limit');
      query.push(`${percentEncoded(name)}=${percentEncoded(twist.value)}`);
    } else if (twist.at === 'bytes') {
      bytes = (json) => inBytes(twist.how, json);
      Object.assign(headers, CONTENT[twist.how]);
    } else body = twisted(body, twist);
  }
  const filled = shape.template.replace(/\{(\w+)\}/g, (_, name: string) =>
    raw.has(name) ? path[name] : percentEncoded(path[name]),
  );
  const json = body === null ? null : toJson(body);
  const sent = json === null ? null : bytes ? bytes(json) : Buffer.from(json);
  if (sent) {
    headers['content-type'] ??= 'application/json';
    headers['content-length'] = String(sent.length);
  }
  return {
    method,
    path: query.length > 0 ? `${filled}?${query.join('&')}` : filled,
    headers,
    body: sent,
  };
}

const CONTENT: Readonly<Record<string, Record<string, string>>> = {
  compressed: { 'content-encoding': 'gzip' },
  form: { 'content-type': 'application/x-www-form-urlencoded' },
};

function inBytes(how: (typeof BYTES)[number], json: string): Buffer | null {
  const text = Buffer.from(json);
  const changed: Record<(typeof BYTES)[number], () => Buffer | null> = {
    cut: () => text.subarray(0, text.length - 1),
    'ill-formed': () =>
      Buffer.concat([
        text.subarray(0, -2),
        Buffer.from([0xed, 0xa0, 0x80, 0xff]),
        text.subarray(-2),
      ]),
    mark: () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), text]),
    'utf-16': () => Buffer.from(json, 'utf16le'),
    twice: () => Buffer.concat([text, text]),
    comma: () => Buffer.concat([text.subarray(0, -1), Buffer.from(',}')]),
    scalar: () => Buffer.from('"text"'),
    list: () => Buffer.from(`[${json}]`),
    null: () => Buffer.from('null'),
    none: () => null,
    large: () => Buffer.from(`{"body":"${'a'.repeat(262_144)}"}`),
    deep: () => Buffer.from(`${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`),
    wide: () =>
      Buffer.from(`{${Array.from({ length: 20_000 }, (_, n) => `"k${n}":${n}`).join(',')}}`),
    compressed: () => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff]),
    form: () => Buffer.from('a=b&c=%ff'),
  };
  return changed[how]();
}

type Place = { holder: Record<string, unknown>; name: string };

/** Every field of a body, including those of nested objects and lists. */
function places(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null || value instanceof JsonText) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...places(holder[name])]);
}

function twisted(body: unknown, twist: Twist): unknown {
  if (typeof body !== 'object' || body === null) return body;
  if (twist.at === 'more') return { ...body, [twist.name]: new JsonText(toJson(twist.value)) };
  if (twist.at !== 'field' && twist.at !== 'drop' && twist.at !== 'twice') return body;
  const all = places(body);
  if (all.length === 0) return body;
  const { holder, name } = all[twist.nth % all.length];
  if (twist.at === 'drop') delete holder[name];
  else if (twist.at === 'field') holder[name] = new JsonText(toJson(twist.value));
  // JSON text can repeat a name, but an object cannot.
  else
    holder[name] = new JsonText(
      `${toJson(holder[name])},${JSON.stringify(name)}:${toJson(twist.value)}`,
    );
  return body;
}
