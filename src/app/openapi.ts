import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { STATUS_CODES } from 'node:http';
import type { LimitName } from '../auth/limits/limit-classes.js';
import { classOf } from '../auth/limits/route-classes.js';
import { serveApiReference } from '../site/api-reference.js';
import { ProblemView } from '../problems/problem.dto.js';

const TAGS = {
  auth: 'Registration, sign-in, and the tokens of sessions.',
  users: 'Accounts: profiles, roles, and the private data of an account.',
  posts: 'The subjects of discussion: texts of the service, and pages of the host site.',
  threads: 'The comments of a post: pages, events, and the state of the viewer.',
  comments: 'Single comments: edits, votes, reports, replies and revisions.',
  moderation: 'The queue, decisions, notes and settings, for moderators and administrators.',
  notifications: 'Notifications, and the preferences for them.',
  notices: 'Notices of illegal content. They need no account.',
  mail: 'Bounced mail.',
  health: 'Liveness and readiness of the process, and failed background jobs.',
};

/**
 * Serves the API document at `/api/openapi.json`, and a page to read it at `/api/docs`. The first
 * request generates it in about 50 ms, so that a start does not wait for it.
 */
export function serveApiDocument(app: NestFastifyApplication): void {
  let body: string | undefined;
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/api/openapi.json', (_, reply) => {
    void reply
      .type('application/json; charset=utf-8')
      .header('cache-control', 'public, no-cache')
      .send((body ??= JSON.stringify(describeApi(app))));
  });
  serveApiReference(fastify);
}

/** The OpenAPI 3.1 document: full paths, JSON Schema's `null`, problems as defaults. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const options = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Colloquy')
    .setDescription('Threaded discussion with explained moderation and a live feed.')
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth();
  for (const [name, description] of Object.entries(TAGS)) options.addTag(name, description);
  const document = SwaggerModule.createDocument(app, options.build(), {
    extraModels: [ProblemView],
    operationIdFactory: nameOperation,
  });
  delete document.servers;
  delete document.info.contact;
  for (const [address, path] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(path)) {
      if (typeof operation !== 'object' || !('responses' in operation)) continue;
      const responses = operation.responses as Record<string, { description: string }>;
      for (const [status, response] of Object.entries(responses)) {
        response.description ||= STATUS_CODES[status]!;
      }
      const route = address.replace(/\{(\w+)\}/g, ':$1');
      const limit = classOf(method.toUpperCase(), route);
      if (limit) operation.responses['429'] = refusalOf(limit);
      if (address.includes('{post}')) {
        const ended = operation.responses['409'] as object | undefined;
        if (ended) operation.responses['409'] = { ...ended, content: PROBLEM };
        else operation.responses['308'] = MOVED;
      }
      operation.responses.default = {
        description: 'A problem document (RFC 9457).',
        content: PROBLEM,
      };
    }
  }
  return withoutNullable(document) as OpenAPIObject;
}

const PROBLEM = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } },
};

/** The response of every other route of a merged post. */
const MOVED = {
  description:
    'The post was merged into another one. `Location` is the URL of the same resource there.',
  headers: { Location: { schema: { type: 'string' as const } } },
  content: PROBLEM,
};

function refusalOf(limit: LimitName) {
  const header = (description: string) => ({ description, schema: { type: 'integer' as const } });
  return {
    description: `Too many: the limit \`${limit}\` of docs/limits.md, or another that \`limit\` names.`,
    headers: {
      'Retry-After': header('Seconds to wait before a retry.'),
      'RateLimit-Limit': header('The size of the budget.'),
      'RateLimit-Remaining': header('The remaining requests of the budget.'),
      'RateLimit-Reset': header('Seconds until the whole budget is available again.'),
    },
    content: PROBLEM,
  };
}

/** `UsersController.getMe` -> `usersGetMe`, the name of the function in generated clients. */
function nameOperation(controller: string, method: string): string {
  const room = controller.replace(/Controller$/, '');
  return `${room[0].toLowerCase()}${room.slice(1)}${method[0].toUpperCase()}${method.slice(1)}`;
}

/** OpenAPI 3.1 has no `nullable`: a nullable type lists `null`. */
function withoutNullable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutNullable);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = node as Record<string, unknown>;
  const mapped = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, withoutNullable(value)]),
  );
  if (nullable !== true) return mapped;
  if (typeof mapped.type === 'string') {
    const choices = Array.isArray(mapped.enum) ? { enum: [...mapped.enum, null] } : {};
    return { ...mapped, ...choices, type: [mapped.type, 'null'] };
  }
  const { description, ...schema } = mapped;
  return { ...(description ? { description } : {}), anyOf: [unwrapped(schema), { type: 'null' }] };
}

/** Nest writes a reference with a description as an `allOf` with one entry. */
function unwrapped(schema: Record<string, unknown>): unknown {
  return Array.isArray(schema.allOf) && schema.allOf.length === 1 ? schema.allOf[0] : schema;
}
