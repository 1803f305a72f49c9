import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Response } from 'supertest';
import type { TestApp } from './test-app.js';

/** A schema of OpenAPI 3.1: JSON Schema 2020-12 with some extra keywords. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

type Content = Record<string, { schema: Schema }>;

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: Schema;
}

interface OperationObject {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<
    string,
    { description: string; content?: Content; headers?: Record<string, { schema: Schema }> }
  >;
  security?: Record<string, string[]>[];
}

/** One method of one path. */
export interface Operation extends OperationObject {
  method: string;
  path: string;
}

export interface Document {
  openapi: string;
  info: { title: string; version: string };
  servers?: unknown;
  tags: { name: string; description?: string }[];
  paths: Record<string, Record<string, OperationObject>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, unknown> };
}

type Answer = Pick<Response, 'status' | 'headers' | 'text' | 'body'>;

/** The API document of the service, with checks of answers against it. */
export class ApiDocument {
  readonly operations: readonly Operation[];
  private readonly ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(readonly document: Document) {
    this.operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ ...operation, method, path })),
    );
    addFormats.default(this.ajv);
    this.ajv.addVocabulary(['example']);
    const schemas = Object.entries(document.components.schemas).map(([name, schema]) => [
      name,
      closed(schema),
    ]);
    this.ajv.addSchema({ $id: 'api:', $defs: Object.fromEntries(schemas) });
  }

  static async of(app: TestApp): Promise<ApiDocument> {
    const { body } = await app.request.get('/api/openapi.json').expect(200);
    return new ApiDocument(body);
  }

  /** The operation of a method and path; a literal path wins over a parameter. */
  find(method: string, url: string): Operation | undefined {
    const path = url.split('?', 1)[0];
    return this.operations
      .filter((operation) => operation.method === method.toLowerCase())
      .filter((operation) => patternOf(operation.path).test(path))
      .sort((one, other) => one.path.split('{').length - other.path.split('{').length)[0];
  }

  resolve(schema: Schema): Schema {
    if (!schema.$ref) return schema;
    return this.document.components.schemas[schema.$ref.replace('#/components/schemas/', '')];
  }

  /** Every difference between an answer and the document of its operation. */
  faultsOf({ responses }: Operation, answer: Answer): string[] {
    const { status, headers, text, body } = answer;
    const documented = responses[status] ?? (status >= 400 ? responses.default : undefined);
    if (!documented) return [`${status} is not documented`];
    const [[type, media] = [null, null]] = Object.entries(documented.content ?? {});
    if (!type || !media) return text === '' ? [] : ['a body is not documented'];
    const sent = headers['content-type']?.split(';', 1)[0];
    if (sent !== type) return [`it is ${sent} instead of ${type}`];
    const validate = this.validator(media.schema);
    // The content of a file is arbitrary bytes.
    if (type === 'application/zip') return text.startsWith('PK') ? [] : ['it is no ZIP'];
    const asText = type.startsWith('text/') || type.endsWith('ndjson');
    if (asText && !/; charset=utf-8$/i.test(headers['content-type']!)) return ['no charset'];
    if (validate(asText ? text : body)) return [];
    return validate.errors!.map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }

  /** Every difference between an answer's headers and the document of its operation. */
  headerFaultsOf({ responses }: Operation, { status, headers }: Answer): string[] {
    const documented = responses[status] ?? responses.default;
    return Object.entries(documented?.headers ?? {}).flatMap(([name, { schema }]) => {
      const value = headers[name.toLowerCase()];
      if (value === undefined) return [`the header ${name} is missing`];
      return this.validator(schema)(value) ? [] : [`the header ${name} is not as documented`];
    });
  }

  /** Every difference between a value and a named schema. */
  schemaFaultsOf(name: string, value: unknown): string[] {
    const validate = this.validator({ $ref: `#/components/schemas/${name}` });
    if (validate(value)) return [];
    return validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
  }

  private validator(schema: Schema): ValidateFunction {
    const key = JSON.stringify(schema);
    let validate = this.compiled.get(key);
    if (!validate) {
      validate = this.ajv.compile(closed(schema));
      this.compiled.set(key, validate);
    }
    return validate;
  }
}

const patterns = new Map<string, RegExp>();

function patternOf(path: string): RegExp {
  let pattern = patterns.get(path);
  if (!pattern) {
    pattern = new RegExp(`^${path.replace(/[.]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`);
    patterns.set(path, pattern);
  }
  return pattern;
}

/** The schema, with additional properties forbidden. */
function closed(schema: Schema): Schema {
  const copy = JSON.parse(JSON.stringify(schema), (_, value) =>
    value?.type === 'object' && value.properties
      ? { ...value, additionalProperties: false }
      : value,
  );
  return JSON.parse(JSON.stringify(copy).replaceAll('"#/components/schemas/', '"api:#/$defs/'));
}
