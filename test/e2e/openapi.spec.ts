import { Validator } from '@seriousme/openapi-schema-validator';
import { assertWhole, type Places, readsOf } from '../../bench/scale/reads.js';
import { type Operation, ApiDocument, type Schema } from '../support/openapi.js';
import { expectProblem } from '../support/problems.js';
import { useSite } from '../support/site.js';

const PARAMETERS = ['post', 'id', 'username', 'provider'];

describe('the OpenAPI document', () => {
  const site = useSite({
    prepare: (early) => {
      const fastify = early.getHttpAdapter().getInstance();
      fastify.addHook('onRoute', ({ method, url }) => {
        for (const one of [method].flat()) {
          if (/^\/(api\/v1|health)\//.test(url) && !['HEAD', 'OPTIONS'].includes(one)) {
            routes.push(`${one} ${url.replace(/:(\w+)/g, '{$1}')}`);
          }
        }
      });
    },
  });
  let api: ApiDocument;
  /** Every route of the service except the document's own, as `METHOD /path/{parameter}`. */
  const routes: string[] = [];

  beforeAll(async () => {
    api = await ApiDocument.of(site.app);
  });

  const nameOf = ({ method, path }: Operation) => `${method.toUpperCase()} ${path}`;

  it('has exactly the routes of the service', () => {
    expect(api.operations.map(nameOf).sort()).toEqual(routes.sort());
    expect(routes.length).toBeGreaterThan(30);
  });

  it('has a benchmark of every read', () => {
    const places: Places = {
      big: 'a',
      small: 'b',
      keys: ['c'],
      celebrity: 'd',
      deep: 'e',
      reported: 'f',
      job: 'g',
      memberId: 'h',
      foreignId: 'i',
      bigSeq: 1,
      exportSince: 'j',
      notice: { id: 'k', secret: 'l' },
    };
    expect(() => assertWhole(readsOf(places), api.document)).not.toThrow();
  });

  it('is OpenAPI 3.1 with whole paths, no servers and no nullable', async () => {
    const { document } = api;
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(await new Validator().validate({ ...document })).toEqual({ valid: true });
    expect(document).not.toHaveProperty('servers');
    expect(JSON.stringify(document)).not.toContain('"nullable"');
    expect(
      Object.keys(document.paths).filter((path) => !/^\/(api\/v1|health)\//.test(path)),
    ).toEqual([]);
  });

  it('refers only to what is there, and has nothing that nobody refers to', () => {
    const referred = [...JSON.stringify(api.document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, ref]) => ref,
    );
    const there = Object.keys(api.document.components.schemas).map(
      (name) => `#/components/schemas/${name}`,
    );
    expect([...new Set(referred)].sort()).toEqual(there.sort());
  });

  it('names every operation once, and says what it does', () => {
    const { operations } = api;
    expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(
      operations.length,
    );
    const silent = operations.filter(
      ({ operationId, summary, description, tags }) =>
        !/^\w+$/.test(operationId) || !summary || !description || !tags?.length,
    );
    expect(silent.map(nameOf)).toEqual([]);
    const used = new Set(operations.flatMap(({ tags }) => tags ?? []));
    const defined = api.document.tags.filter(({ description }) => description);
    expect(defined.map(({ name }) => name).sort()).toEqual([...used].sort());
  });

  it('declares exactly the parameters of each path, under their names', () => {
    for (const operation of api.operations) {
      const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(declared.map((parameter) => parameter.name)).toEqual(inPath);
      expect(declared.every((parameter) => parameter.required)).toBe(true);
      expect(inPath.filter((name) => !PARAMETERS.includes(name))).toEqual([]);
    }
  });

  it('documents the answers of every operation, and a problem for all others', () => {
    for (const operation of api.operations) {
      const { 308: moved, 409: ended, 429: tooMany, ...rest } = operation.responses;
      const { default: other, ...documented } = rest;
      expect(other.content).toEqual({
        'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } },
      });
      const isFree = operation.path.startsWith('/health/') || operation.path === '/metrics';
      expect(tooMany?.content).toEqual(isFree ? undefined : other.content);
      const isOfPost = operation.path.includes('{post}');
      // A client that follows a redirect must not apply the act to the other post.
      const isAct =
        isOfPost &&
        operation.method !== 'get' &&
        !/\/(comments|viewer|subscription)$/.test(operation.path);
      expect(moved?.content).toEqual(isOfPost && !isAct ? other.content : undefined);
      expect(ended?.content).toEqual(isAct ? other.content : undefined);
      const statuses = Object.keys(documented);
      expect(statuses.filter((status) => /^(2\d\d|302)$/.test(status)).length).toBeGreaterThan(0);
      for (const [status, response] of Object.entries(documented)) {
        expect(response.description).not.toBe('');
        const types = Object.keys(response.content ?? {});
        const expected = ['204', '302', '304'].includes(status) ? [] : [typeOf(operation)];
        expect({ operation: nameOf(operation), types }).toEqual({
          operation: nameOf(operation),
          types: expected,
        });
      }
    }
  });

  it('gives every member of every schema a type', () => {
    const untyped: string[] = [];
    const look = (schema: Schema, place: string) => {
      const kinds = [schema.allOf, schema.anyOf, schema.oneOf].flatMap((list) => list ?? []);
      if (!schema.$ref && !schema.type && kinds.length === 0) untyped.push(place);
      for (const kind of kinds) look(kind, place);
      if (schema.items) look(schema.items, `${place}[]`);
      for (const [name, member] of Object.entries(schema.properties ?? {})) {
        look(member, `${place}.${name}`);
      }
    };
    for (const [name, schema] of Object.entries(api.document.components.schemas)) {
      look(schema, name);
    }
    for (const operation of api.operations) {
      for (const { name, schema } of operation.parameters ?? []) {
        look(schema, `${nameOf(operation)} ${name}`);
      }
      for (const { schema } of Object.values(operation.requestBody?.content ?? {})) {
        look(schema, nameOf(operation));
      }
    }
    expect(untyped).toEqual([]);
  });

  it('asks for a token exactly where the service does', async () => {
    for (const { method, path, security } of api.operations) {
      const url = path.replace(/\{\w+\}/g, 'nothing');
      const answer = await site.app.request[method as 'get'](url);
      const asked = answer.status === 401 && answer.body.type === '/problems/sign-in-required';
      expect({ path, asked }).toEqual({ path, asked: security !== undefined });
      if (asked) expectProblem(answer, 401);
    }
  });

  it('takes an idempotency key on every write but those of secrets', () => {
    const without = api.operations
      .filter(({ method }) => method !== 'get')
      .filter(({ parameters = [] }) => !parameters.some(({ name }) => name === 'Idempotency-Key'));
    // Exempt are secrets, previews, reports of programs, and erased accounts, whose answers are not
    // stored.
    const exempt = ({ path }: { path: string }) =>
      /^\/api\/v1\/(auth\/|mail\/|users\/me(\/(email|erasure|guest|password))?$|previews$)/.test(
        path,
      );
    expect(without.filter((operation) => !exempt(operation)).map(nameOf)).toEqual([]);
  });

  it('can be read at /api/docs', async () => {
    const page = await site.app.request.get('/api/docs').expect(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const assets = [...page.text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path);
    expect(assets).toContain('/api/openapi.json');
    for (const path of assets) await site.app.request.get(path).expect(200);
    const start = await site.app.request.get('/api/docs/start.js').expect(200);
    expect(start.text).toContain("url: '/api/openapi.json'");
  });
});

/** Pages, files and JSON lines are not a single JSON text. */
function typeOf({ operationId, path }: Operation): string {
  if (path.endsWith('.html') || operationId === 'oidcFinish') return 'text/html';
  if (operationId === 'ownDataExport') return 'application/zip';
  return operationId === 'logExport' ? 'application/x-ndjson' : 'application/json';
}
