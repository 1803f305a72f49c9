import { sampleOf } from '../support/full-form.js';
import {
  type Base,
  Bases,
  bodySchema,
  listSlots,
  type Slot,
  typesOf,
} from '../support/hostile-slots.js';
import { SSO_ENV } from '../support/host-tokens.js';
import { ApiDocument, type Operation } from '../support/openapi.js';
import { register } from '../support/people.js';
import { expectProblem } from '../support/problems.js';
import { useSite } from '../support/site.js';

const NUMBERS = [1.5, 0, 1, -1, 1e300];
const OBJECTS = [[], ['text'], [[]], {}, { text: 'text' }, { length: 1 }];
const VALUES: readonly unknown[] = [...NUMBERS, true, false, null, ...OBJECTS];

/** Columns and settings that no body may set. */
const UNKNOWN = sampleOf(
  ['role', 'id', 'status', 'score', 'authorId', 'seq', 'createdAt', 'removedAt'],
  4,
);

/** Operations that refuse a valid body, for lack of such a token, password, key, or provider. */
const OF_NOBODY: Readonly<Record<string, number>> = {
  authLogin: 401,
  authRefresh: 401,
  totpConfirm: 403,
  totpVerify: 401,
  totpStepUp: 409,
  totpRenewRecoveryCodes: 409,
  totpRemove: 403,
  passkeysAdd: 403,
  passkeysSignIn: 403,
  passkeysRename: 404,
  passkeysRemove: 404,
  linksRemove: 404,
  passwordChange: 403,
  emailChange: 403,
  erasureErase: 403,
  proofsConfirm: 422,
  proofsReset: 422,
  proofsTakeBack: 422,
  proofsRemoveWay: 422,
  proofsListRecent: 422,
  unsubscribe: 422,
  mailedDecisionsLook: 422,
  mailedDecisionsMake: 422,
  mailedDecisionsUndo: 422,
  guestsTakeOver: 409,
  termsAccept: 422,
  oidcLink: 403,
  ssoSignIn: 401,
  bouncesTake: 404,
};

describe('every body, as the document describes it,', () => {
  const site = useSite({
    people: { staff: 'admin' },
    env: { ...SSO_ENV, GUESTS: 'held', SITE_ORIGINS: 'https://reviews.example' },
  });
  let api: ApiDocument;
  let bases: Bases;
  let writes: Operation[];

  beforeAll(async () => {
    api = await ApiDocument.of(site.app);
    bases = new Bases(api, site.app, site.staff, await register(site.app));
    writes = api.operations.filter((operation) => bodySchema(api, operation));
  });

  /** The prepared targets of operations, created once each, since few requests succeed. */
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
      // Some bodies name things that are created together with the target.
      await target(operation);
      const { status } = await send(operation, bases.makeBody(operation)!);
      statuses[operation.operationId] = status;
    }
    expect(writes.length).toBeGreaterThan(14);
    // A decision may have nothing to act on.
    expect(statuses).toMatchObject(OF_NOBODY);
    const refused = Object.entries(statuses).filter(
      ([id, status]) =>
        status > 202 && !OF_NOBODY[id] && !(id.startsWith('decisions') && status === 409),
    );
    expect(refused).toEqual([]);
  });

  it('takes no value of another type', async () => {
    const cases = bodySlots().flatMap(({ operation, name, schema }) => {
      const types = typesOf(schema);
      const others = VALUES.filter((one) => !types.some((type) => isOf(one, type)));
      return others.map((value) => ({ operation, name, value }));
    });
    expect(cases.length).toBeGreaterThan(500);
    for (const { operation, name, value } of sampleOf(cases, 7)) {
      await expectRefused(operation, { ...bases.makeBody(operation), [name]: value }, `/${name}`);
    }
  });

  it('takes null where the document allows it, and nowhere else', async () => {
    // Some decisions require a reason, which their schema cannot express.
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
    // Providers may add parameters to the redirect.
    const reads = api.operations.filter(
      ({ method, operationId }) => method === 'get' && operationId !== 'oidcFinish',
    );
    for (const operation of reads) {
      const { url, headers } = await target(operation);
      // A repeated key is a list.
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
