import fc from 'fast-check';
import { FULL } from '../support/full-form.js';
import { Bases, bodySchema, typesOf } from '../support/hostile-slots.js';
import { KeepAliveClient } from '../support/keep-alive.js';
import { ApiDocument, type Operation, type Schema } from '../support/openapi.js';
import { register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

/** The same values in every run. */
const SEED = 1_812;
const RUNS = FULL ? 40 : 5;
/** Operations where each attempt hashes a password, or ends a session. */
const COSTLY = /^auth/;

const TIMES = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '1969-12-31T23:59:59.999Z',
  '2026-02-29T24:00:00+23:59',
  '9999-12-31T23:59:59.999999999-23:59',
  new Date(Date.now() - 3_600_000).toISOString(),
  new Date(Date.now() + 86_400_000).toISOString(),
];

/**
 * Each field is valid by itself; the combination may be inconsistent. Rules between fields must be
 * checked before a statement violates them.
 */
describe('fields that fit one by one', () => {
  const site = useSite({
    people: { staff: 'admin' },
    env: {
      SITE_ORIGINS: 'https://reviews.example',
      RATE_LIMITS: 'off',
      // A registration returns tokens, and its account writes.
      READ_ONLY: 'false',
      CONFIRM_EMAILS: 'false',
      UNCONFIRMED_MAY_COMMENT: 'true',
      GUESTS: 'held',
    },
  });
  let api: ApiDocument;
  let client: KeepAliveClient;
  let bases: Bases;
  let post: string;
  let comment: string;
  let ids: string[];

  beforeAll(async () => {
    client = new KeepAliveClient(site.app.url);
    api = await ApiDocument.of(site.app);
    const reader = await register(site.app);
    bases = new Bases(api, site.app, site.staff, reader);
    post = (
      await createPost(site.app, site.staff, { body: 'A text of some length under discussion.' })
    ).id;
    comment = (await say(site.app, reader, post, 'A comment of some length.')).id;
    const elsewhere = (await createPost(site.app, site.staff)).id;
    const another = (await say(site.app, reader, elsewhere, 'Another.')).id;
    ids = [comment, comment, another, elsewhere, reader.id, '01900000-0000-7000-8000-000000000000'];
  });
  afterAll(async () => {
    client.close();
  });

  /** Valid values of a schema; null for texts, which other tests cover. */
  const valuesOf = (given: Schema): fc.Arbitrary<unknown> | null => {
    const schema = api.resolve(given);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    const [type] = typesOf(schema).filter((type) => type !== 'null');
    if (type === 'boolean') return fc.boolean();
    if (type === 'integer' || type === 'number') return numbersOf(schema);
    if (type === 'array') {
      const items = schema.items && valuesOf(schema.items);
      return items ? fc.array(items, { maxLength: 3 }) : null;
    }
    if (type === 'object') return objectsOf(schema, {});
    if (schema.format === 'uuid') return fc.constantFrom(...ids);
    return schema.format === 'date-time' ? fc.constantFrom(...TIMES) : null;
  };
  const numbersOf = ({ minimum = 0, maximum = 9 }: Schema): fc.Arbitrary<number> =>
    fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom(minimum, maximum) },
      { weight: 4, arbitrary: fc.integer({ min: minimum, max: Math.min(maximum, minimum + 12) }) },
    );
  /** Objects with any of the optional fields; `base` has the required ones. */
  const objectsOf = (schema: Schema, base: object): fc.Arbitrary<object> => {
    const objects = [schema, ...(schema.allOf ?? [])].map((part) => api.resolve(part));
    const fields = objects.flatMap(({ properties = {} }) => Object.entries(properties));
    const required = objects.flatMap(({ required = [] }) => required);
    const values: Record<string, fc.Arbitrary<unknown>> = {};
    for (const [name, field] of fields) {
      const found = valuesOf(field);
      if (found) values[name] = found;
      else if (!(name in base)) values[name] = fc.constant('text');
    }
    const requiredKeys = Object.keys(values).filter((name) => required.includes(name));
    return fc.record(values, { requiredKeys }).map((object) => ({ ...base, ...object }));
  };
  const queriesOf = ({ parameters = [] }: Operation): fc.Arbitrary<object> => {
    const keys = parameters.filter(({ in: place, name }) => place === 'query' && name !== 'cursor');
    const entries = keys.map(({ name, schema }) => [name, valuesOf(schema)] as const);
    const known = entries.filter((entry): entry is [string, fc.Arbitrary<unknown>] => !!entry[1]);
    return fc.record(Object.fromEntries(known), { requiredKeys: [] });
  };

  it('never end in a fault of the service', async () => {
    const faults: string[] = [];
    const statuses = new Map<number, number>();
    const operations = api.operations.filter(({ operationId }) => !COSTLY.test(operationId));
    for (const operation of operations) {
      const schema = bodySchema(api, operation);
      const base = await bases.make(operation);
      // References point into the post of the request, if there is one.
      const path: Record<string, string> = { ...base.path, ...(base.path.post ? { post } : {}) };
      const named = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => path[name]);
      const bodies = schema ? objectsOf(schema, base.body ?? {}) : fc.constant(null);
      const seed = { seed: SEED, numRuns: RUNS };
      for (const [query, body] of fc.sample(fc.tuple(queriesOf(operation), bodies), seed)) {
        const search = new URLSearchParams(query as Record<string, string>).toString();
        // Values that must be unique per request are generated anew.
        const fresh = body && { ...body, ...textsOf(bases.makeBody(operation)) };
        const reply = await client.send({
          method: operation.method.toUpperCase(),
          path: named + (search && `?${search}`),
          headers: base.headers,
          ...(fresh ? { body: JSON.stringify(fresh) } : {}),
        });
        statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
        if (reply.status >= 500) {
          faults.push(`${operation.operationId} ${search} ${JSON.stringify(fresh)}: ${reply.text}`);
        }
      }
    }
    expect(faults).toEqual([]);
    // Requests get past the validation, and meet these rules.
    for (const status of [200, 201, 404, 409, 422]) {
      expect(statuses.get(status) ?? 0).toBeGreaterThan(FULL ? 20 : 5);
    }
  }, 300_000);
});

/** The texts of a body, generated anew for each request. */
function textsOf(body: Record<string, unknown> | null): Record<string, unknown> {
  const texts = ['email', 'username', 'url', 'key', 'slug', 'displayName'];
  return Object.fromEntries(Object.entries(body ?? {}).filter(([name]) => texts.includes(name)));
}
