import supertest, { type Response } from 'supertest';
import type { ApiDocument } from './openapi.js';
import type { Person } from './people.js';
import type { TestApp } from './test-app.js';

/** Checks each answer against the document, and records which answers occurred. */
export class Recorder {
  /** `operationId status` of every answer. */
  readonly seen = new Set<string>();
  /** The service, for the other test helpers; every call is recorded. */
  readonly app: TestApp;

  constructor(
    readonly api: ApiDocument,
    app: TestApp,
  ) {
    const agent = supertest(app.url);
    const methods = (['get', 'post', 'put', 'patch', 'delete'] as const).map((method) => [
      method,
      (url: string) => agent[method](url).expect((answer) => this.note(method, url, answer)),
    ]);
    this.app = { ...app, request: Object.fromEntries(methods) };
  }

  send(
    method: 'post' | 'patch' | 'put' | 'delete',
    url: string,
    by: Person,
    body?: object,
  ): supertest.Test {
    return this.app.request[method](`/api/v1${url}`).set(by.auth).send(body);
  }

  /** Reads once, and again with the validator of the first answer. */
  async readTwice(url: string) {
    const full = await this.app.request.get(url).expect(200);
    await this.app.request.get(url).set('if-none-match', full.headers.etag).expect(304);
    return full.body;
  }

  /** Documented answers that have not occurred. */
  missing(): string[] {
    return (
      this.api.operations
        .flatMap(({ operationId, responses }) =>
          Object.keys(responses).map((status) => `${operationId} ${status}`),
        )
        // Limits and ended posts are handled in one place for all operations, with their own tests.
        .filter((promise) => !/(default|308|409|429)$/.test(promise) && !this.seen.has(promise))
    );
  }

  private note(method: string, url: string, answer: Response): void {
    const operation = this.api.find(method, url);
    if (!operation) throw new Error(`${method} ${url} is not documented.`);
    const faults = this.api.faultsOf(operation, answer);
    if (faults.length > 0) {
      throw new Error(
        `${operation.operationId} ${answer.status}: ${faults.join('; ')}\n${answer.text}`,
      );
    }
    this.seen.add(`${operation.operationId} ${answer.status}`);
  }
}
