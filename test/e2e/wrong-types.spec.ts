import {
  type Base,
  Bases,
  bodySchema,
  listSlots,
  type Slot,
  typesOf,
} from '../support/hostile-slots.js';
import { ApiDocument, type Operation } from '../support/openapi.js';
import { register } from '../support/people.js';
import { expectProblem } from '../support/problems.js';
import { useSite } from '../support/site.js';

const NUMBERS = [0, 1, -1, 1.5, 1e300];
const OBJECTS = [[], ['text'], [[]], {}, { text: 'text' }, { length: 1 }];
const VALUES: readonly unknown[] = [...NUMBERS, true, false, null, ...OBJECTS];

/** Columns and settings that nobody may write through a body. */
const UNKNOWN = ['id', 'role', 'status', 'score', 'authorId', 'seq', 'createdAt', 'removedAt'];

describe('every body, as the document describes it,', () => {
  const site = useSite({
    people: { staff: 'admin' },
    env: { SITE_ORIGINS: 'https://reviews.example' },
  });
  let api: ApiDocument;
  let bases: Bases;
  let writes: Operation[];

  beforeAll(async () => {
    api = await ApiDocument.of(site.app);
    bases = new Bases(api, site.app, site.staff, await register(site.app));
    writes = api.operations.filter((operation) => bodySchema(api, operation));
  });

  /** Where an operation is called, with what it needs made; once each, since little is taken. */
  const made = new Map<Operation, Promise<Base>>();
  const target = async (operation: Operation) => {
    if (!made.has(operation)) made.set(operation, bases.make(operation));
    const { path, headers } = await made.get(operation)!;
    const url = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => path[name]);
    return { url, headers };
  };
  const send = async (operation: Operation, body: object) => {
    const { url, headers } = await target(operation);
    return site.app.request[operation.method as 'post'](url).set(headers).send(body);
  };
  const expectRefused = async (operation: Operation, body: object, pointer: string) => {
    const problem = expectProblem(await send(operation, body), 422, { slug: 'invalid-input' });
    expect({
      id: operation.operationId,
      pointers: problem.errors!.map((one) => one.pointer),
    }).toEqual({ id: operation.operationId, pointers: [pointer] });
  };
  const bodySlots = (): Slot[] => listSlots(api).filter(({ place }) => place === 'body');

  it('is taken as it should be, or else this test would prove nothing', async () => {
    const statuses: Record<string, number> = {};
    for (const operation of writes) {
      // Some bodies name what is made with the target.
      await target(operation);
      const { status } = await send(operation, bases.makeBody(operation)!);
      statuses[operation.operationId] = status;
    }
    expect(writes.length).toBeGreaterThan(14);
    // Nobody has that password and that token; a decision may have nothing to act on.
    const { authLogin, authRefresh, passwordChange, ...others } = statuses;
    expect([authLogin, authRefresh, passwordChange]).toEqual([401, 401, 403]);
    const refused = Object.entries(others).filter(
      ([id, status]) => status > 201 && !(id.startsWith('decisions') && status === 409),
    );
    expect(refused).toEqual([]);
  });

  it('takes no value of another type', async () => {
    let refused = 0;
    for (const { operation, name, schema } of bodySlots()) {
      const types = typesOf(schema);
      for (const value of VALUES.filter((one) => !types.some((type) => isOf(one, type)))) {
        await expectRefused(operation, { ...bases.makeBody(operation), [name]: value }, `/${name}`);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(500);
  });

  it('takes null where the document allows it, and nowhere else', async () => {
    // Some decisions need a reason, which their schema cannot say.
    for (const { operation, name, schema } of bodySlots().filter(
      (slot) => slot.name !== 'reason',
    )) {
      const answer = await send(operation, { ...bases.makeBody(operation), [name]: null });
      const pointers = (answer.body.errors ?? []).map((one: { pointer: string }) => one.pointer);
      expect({ id: operation.operationId, name, refused: pointers.includes(`/${name}`) }).toEqual({
        id: operation.operationId,
        name,
        refused: !typesOf(schema).includes('null'),
      });
    }
  });

  it('misses none of its required fields', async () => {
    for (const operation of writes) {
      for (const name of bodySchema(api, operation)!.required ?? []) {
        const { [name]: _, ...rest } = bases.makeBody(operation)!;
        await expectRefused(operation, rest, `/${name}`);
      }
    }
  });

  it('takes no field that it does not name', async () => {
    for (const operation of writes) {
      const known = Object.keys(bodySchema(api, operation)!.properties!);
      for (const name of UNKNOWN.filter((one) => !known.includes(one))) {
        const body = { ...bases.makeBody(operation), [name]: 'admin' };
        await expectRefused(operation, body, `/${name}`);
      }
    }
  });

  it('has a query that takes each parameter once, and no other', async () => {
    for (const operation of api.operations.filter(({ method }) => method === 'get')) {
      const { url, headers } = await target(operation);
      // A list is a key that is given several times.
      const names = (operation.parameters ?? []).filter(
        (one) => one.in === 'query' && (one.schema as { type?: string }).type !== 'array',
      );
      const queries = [...names.map(({ name }) => `${name}=1&${name}=1`), 'unknown=1', 'limit[]=1'];
      for (const query of queries) {
        const answer = await site.app.request.get(`${url}?${query}`).set(headers);
        expectProblem(answer, 422, { slug: 'invalid-input' });
      }
    }
  });
});

function isOf(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}
