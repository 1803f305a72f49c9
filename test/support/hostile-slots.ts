import { randomBytes } from 'node:crypto';
import type { Call } from './keep-alive.js';
import type { ApiDocument, Operation, Schema } from './openapi.js';
import { type Person, register } from './people.js';
import type { TestApp } from './test-app.js';
import { createPost, say } from './threads.js';

type Place = 'body' | 'query' | 'path' | 'header';

/** One input of one operation that a caller controls. */
export interface Slot {
  operation: Operation;
  place: Place;
  name: string;
  schema: Schema;
}

/** The valid inputs of an operation. */
export interface Base {
  path: Record<string, string>;
  headers: Record<string, string>;
  body: Record<string, unknown> | null;
}

/** Every input in the document, and `Authorization`, which all operations read. */
export function listSlots(api: ApiDocument): Slot[] {
  return api.operations.flatMap((operation) => {
    const slots = (operation.parameters ?? []).map((parameter): Slot => {
      return { operation, place: parameter.in, name: parameter.name, schema: parameter.schema };
    });
    for (const [name, schema] of Object.entries(bodySchema(api, operation)?.properties ?? {})) {
      slots.push({ operation, place: 'body', name, schema });
    }
    return [...slots, { operation, place: 'header', name: 'Authorization', schema: {} }];
  });
}

export function bodySchema(api: ApiDocument, { requestBody }: Operation): Schema | null {
  const content = requestBody?.content['application/json'];
  return content ? api.resolve(content.schema) : null;
}

export function typesOf({ type, enum: choices, allOf }: Schema): string[] {
  if (type) return [type].flat();
  return choices ? ['string'] : allOf ? ['object'] : [];
}

/** Operations that move things into another post. */
const MOVES = ['postsMerge', 'commentsMove'];

/** Creates what an operation needs, so that only the slot under test can fail. */
export class Bases {
  private count = 0;
  private turn = 0;
  /** The URL that notices report. */
  private noticed = '';
  /** The target post of merges and moves. */
  private mergedInto = '';

  constructor(
    private readonly api: ApiDocument,
    private readonly app: TestApp,
    /** An administrator: every route admits them. */
    private readonly caller: Person,
    /** The author of comments for reports and votes. */
    private readonly reader: Person,
  ) {}

  async make(operation: Operation): Promise<Base> {
    const headers: Record<string, string> = { authorization: this.caller.auth.authorization };
    const path: Record<string, string> = {};
    for (const { name, in: place } of operation.parameters ?? []) {
      if (place === 'path') path[name] = await this.makeNamed(name, operation);
      if (name === 'If-Match') headers['If-Match'] = '1';
    }
    if (operation.operationId === 'noticesSend') this.noticed = await this.makeComment();
    if (MOVES.includes(operation.operationId))
      this.mergedInto = (await createPost(this.app, this.caller)).id;
    return { path, headers, body: this.makeBody(operation) };
  }

  /** The required fields with valid values; choices alternate. */
  makeBody(operation: Operation): Record<string, unknown> | null {
    const schema = bodySchema(this.api, operation);
    if (!schema) return null;
    this.turn += 1;
    const fields = Object.entries(schema.properties ?? {}).filter(
      // Some decisions require a reason, others accept one.
      ([name]) => schema.required?.includes(name) || name === 'reason',
    );
    const body = Object.fromEntries(
      fields.map(([name, field]) => [name, this.sample(name, field)]),
    );
    // Other actions need other fields, which the schema cannot express.
    if (operation.operationId === 'decisionsDecideUser') return { ...body, action: 'warn' };
    if (operation.operationId === 'bulkStart') return { ...body, kind: 'escalated' };
    if (MOVES.includes(operation.operationId)) return { ...body, into: this.mergedInto };
    // The category that does not require a name.
    const notice = { category: 'child_abuse', url: this.noticed };
    return operation.operationId === 'noticesSend' ? { ...body, ...notice } : body;
  }

  private async makeNamed(name: string, { path, operationId }: Operation): Promise<string> {
    if (path.includes('/moderation/users/')) return (await register(this.app)).username;
    if (path.includes('/moderation/decisions/')) return this.makeDecision();
    if (path.includes('/moderation/bulk/')) return this.makeJob();
    if (path.endsWith('/dismissal')) return this.makeReported();
    if (name === 'username') return this.reader.username;
    const post = await createPost(this.app, this.caller);
    if (name === 'post') return post.id;
    const isAuthors = /^comments(Edit|Delete)$/.test(operationId);
    const author = isAuthors ? this.caller : this.reader;
    return (await say(this.app, author, post.id, 'A comment')).id;
  }

  private async makeComment(): Promise<string> {
    const post = await createPost(this.app, this.caller);
    return (await say(this.app, this.reader, post.id, 'A comment')).id;
  }

  private async makeJob(): Promise<string> {
    const { body } = await this.app.request
      .post('/api/v1/moderation/bulk')
      .set(this.caller.auth)
      .send({ action: 'approve', kind: 'escalated' })
      .expect(201);
    return body.id;
  }

  private async makeDecision(): Promise<string> {
    const comment = await this.makeComment();
    const { body } = await this.app.request
      .post(`/api/v1/moderation/comments/${comment}/decisions`)
      .set(this.caller.auth)
      .send({ action: 'pin', version: 1 })
      .expect(201);
    return body.decision.id;
  }

  /** @returns the id of an account whose name is in the queue */
  private async makeReported(): Promise<string> {
    const { id, username } = await register(this.app);
    await this.app.request
      .post(`/api/v1/users/${username}/flags`)
      .set(this.reader.auth)
      .send({ reason: 'other', field: 'name' })
      .expect(201);
    return id;
  }

  private sample(name: string, schema: Schema): unknown {
    const fresh = `n${++this.count}${randomBytes(4).toString('hex')}`;
    const named: Record<string, string> = {
      email: `${fresh}@example.org`,
      username: fresh,
      url: `https://reviews.example/${fresh}`,
      // The caller's own name is among the hostile ones, and must not be reset.
      role: 'admin',
    };
    if (named[name] !== undefined) return named[name];
    if (schema.enum) return schema.enum[this.turn % schema.enum.length];
    if (typesOf(schema).includes('boolean')) return true;
    if (typesOf(schema).includes('array')) return [];
    return typesOf(schema).includes('integer') ? (schema.minimum ?? 1) : 'correct horse battery';
  }
}

/** The request with a value in the slot; null if no client could send it. */
export function callWith(
  { operation, place, name }: Slot,
  base: Base,
  value: unknown,
): Call | null {
  const text = typeof value === 'string' ? value : '';
  const path = { ...base.path, ...(place === 'path' ? { [name]: text } : {}) };
  let url = operation.path.replace(/\{(\w+)\}/g, (_, key: string) => percentEncoded(path[key]));
  if (place === 'query') url += `?${name}=${percentEncoded(text)}`;
  const headers = { ...base.headers };
  if (place === 'header') {
    const bytes = Buffer.from(text).toString('latin1');
    // Node's client rejects what its parser would reject.
    if (/[^\t\x20-\x7e\x80-\xff]/.test(bytes)) return null;
    headers[name === 'Authorization' ? 'authorization' : name] = bytes;
  }
  const body = place === 'body' ? { ...base.body, [name]: value } : base.body;
  return {
    method: operation.method.toUpperCase(),
    path: url,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  };
}

/** Encodes all but ASCII letters and digits; a lone surrogate becomes its three bytes. */
function percentEncoded(text: string): string {
  let encoded = '';
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (/[A-Za-z0-9]/.test(character)) encoded += character;
    else if (point >= 0xd800 && point <= 0xdfff) {
      encoded += bytesOf([0xed, 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)]);
    } else encoded += bytesOf(Buffer.from(character));
  }
  return encoded;
}

function bytesOf(bytes: Iterable<number>): string {
  return [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
