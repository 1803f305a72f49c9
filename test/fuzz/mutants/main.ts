import 'reflect-metadata';
import type { ArgumentsHost } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { SocketBounds } from '../../../src/live/socket-bounds.js';
import { DomainError } from '../../../src/problems/domain-error.js';
import { HttpProblemFilter } from '../../../src/problems/send-problem.js';
import type { MutantName } from '../options.js';

/** Faults for the service that the fuzzing must find; the service needs no code for them. */
const MUTATIONS: Readonly<Record<MutantName, () => unknown>> = {
  'undocumented-status': () => changeAnswers(/\/viewer$/, (body) => ({ body, status: 203 })),

  'undocumented-field': () =>
    changeAnswers(/\/previews/, (body) => ({ body: { ...(body as object), cost: 1 } })),

  // Like a cursor parser that trusts its input.
  'internal-error': () =>
    changeErrors((error) => {
      const isCursor = error instanceof DomainError && error.errors?.[0]?.pointer === '?cursor';
      return isCursor ? new TypeError('Cannot read properties of undefined') : error;
    }),

  'leaked-stack': () =>
    changeErrors((error) => {
      if (error instanceof DomainError && error.slug === 'comment-not-found')
        Object.assign(error, { message: error.stack });
      return error;
    }),

  'keeps-requests': () => import('../../abuse/floods/keeps-requests.js'),

  'frame-that-kills': () => {
    const before = methodOf(SocketBounds.prototype, 'hold');
    SocketBounds.prototype.hold = function (this: SocketBounds, socket) {
      socket.use(([, first], next) => {
        if (Array.isArray(first)) process.nextTick(() => (first as unknown as { a: { b: 1 } }).a.b);
        next();
      });
      before.call(this, socket);
    };
  },
};

type Sent = { body: unknown; status?: number };

function changeAnswers(of: RegExp, change: (body: unknown) => Sent): void {
  const before = methodOf(FastifyAdapter.prototype, 'reply');
  FastifyAdapter.prototype.reply = function (
    this: FastifyAdapter,
    response: FastifyReply,
    body: unknown,
    status?: number,
  ) {
    const isChanged = of.test(response.request.url) && response.statusCode < 300;
    const sent = isChanged ? { status, ...change(body) } : { body, status };
    return before.call(this, response, sent.body, sent.status);
  } as typeof before;
}

function changeErrors(change: (error: unknown) => unknown): void {
  const before = methodOf(HttpProblemFilter.prototype, 'catch');
  HttpProblemFilter.prototype.catch = function (error: unknown, host: ArgumentsHost) {
    before.call(this, change(error), host);
  };
}

/** Call it with its object as `this`. */
function methodOf<Of extends object, Name extends keyof Of>(of: Of, name: Name): Of[Name] {
  return of[name];
}

for (const name of process.env.FUZZ_MUTANTS!.split(',')) await MUTATIONS[name as MutantName]();
await import('../../../src/main.js');
