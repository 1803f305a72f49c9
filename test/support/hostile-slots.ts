import { randomBytes } from 'node:crypto';
import type { Call } from './keep-alive.js';
import type { ApiDocument, Operation, Schema } from './openapi.js';
import { type Person, register } from './people.js';
import type { TestApp } from './test-app.js';
import { createPost, say } from './threads.js';

type Place = 'body' | 'query' | 'path' | 'header';

/** One place of one operation into which a caller can write. */
export interface Slot {
  operation: Operation;
  place: Place;
  name: string;
  schema: Schema;
}

/** What an operation is called with when all is well. */
export interface Base {
  path: Record<string, string>;
  headers: Record<string, string>;
  body: Record<string, unknown> | null;
}

/** Every place that the document names, and `Authorization`, which all operations read. */
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

/** What goes into another post. */
const MOVES = ['postsMerge', 'commentsMove'];

/** Makes what an operation needs, so that nothing but one slot stands in its way. */
export class Bases {
  private count = 0;
  private turn = 0;
  /** What notices are about. */
  private noticed = '';
  /** The post into which others go. */
  private mergedInto = '';

  constructor(
    private readonly api: ApiDocument,
    private readonly app: TestApp,
    /** An administrator, who may do everything. */
    private readonly caller: Person,
    /** Whose comments can be reported and voted on. */
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

  /** The fields that must be there, each with a value that is allowed; choices take turns. */
  makeBody(operation: Operation): Record<string, unknown> | null {
    const schema = bodySchema(this.api, operation);
    if (!schema) return null;
    this.turn += 1;
    const fields = Object.entries(schema.properties ?? {}).filter(
      // Some decisions need a reason, others take it.
      ([name]) => schema.required?.includes(name) || name === 'reason',
    );
    const body = Object.fromEntries(
      fields.map(([name, field]) => [name, this.sample(name, field)]),
    );
    // Other actions need other fields, which the schema cannot say.
    if (operation.operationId === 'decisionsDecideUser') return { ...body, action: 'warn' };
    if (operation.operationId === 'bulkStart') return { ...body, kind: 'escalated' };
    if (MOVES.includes(operation.operationId)) return { ...body, into: this.mergedInto };
    // The category for which nobody has to give a name.
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

  /** @returns the id of an account whose name waits in the queue */
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
      // The caller's own name is among the hostile ones, and must not lose it.
      role: 'admin',
    };
    if (named[name] !== undefined) return named[name];
    if (schema.enum) return schema.enum[this.turn % schema.enum.length];
    if (typesOf(schema).includes('boolean')) return true;
    if (typesOf(schema).includes('array')) return [];
    return typesOf(schema).includes('integer') ? (schema.minimum ?? 1) : 'correct horse battery';
  }
}

/** The request with a value in the slot; null where no client could send it. */
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
    // Node's client refuses what its parser would refuse.
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

/** Everything but plain letters and digits as bytes; half of a surrogate pair as its three. */
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
