import { readFileSync } from 'node:fs';
import type { ApiDocument, Operation } from '../../support/openapi.js';
import { INSIDES } from '../../support/problems.js';
import type { Reply } from './sender.js';
import type { Wire } from './wire.js';

/** Details that only the files and database of the service contain, and no text of a caller. */
const LEAKS =
  /\n\s+at .+:\d+:\d+|node_modules|node:internal|QueryFailedError|syntax error at|violates [a-z-]+ constraint|TypeError|\/dist\/[a-z]+\//;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The only cookie: it sets or clears a refresh token. */
const SESSION_COOKIE =
  /^colloquy=([\w-]{70})?; Max-Age=\d+; Path=\/api\/v1\/auth; HttpOnly; SameSite=Lax$/;

/** Finds every difference between an answer and the API document. */
export class Judge {
  /** The known error slugs, each with its status. */
  private readonly slugs = new Map(
    [...readFileSync('docs/problems.md', 'utf8').matchAll(/^\| `([a-z-]+)` *\| (\d{3}) \|/gm)].map(
      ([, slug, status]) => [slug, Number(status)],
    ),
  );

  constructor(private readonly api: ApiDocument) {}

  /** The operation of a request, by its method and path as sent. */
  operationOf({ method, path }: Wire): Operation | undefined {
    const decoded = path.replaceAll(/%([0-9a-f]{2})/gi, (whole, hex: string) => {
      const character = String.fromCharCode(Number.parseInt(hex, 16));
      return /[\w.~-]/.test(character) ? character : whole;
    });
    return this.api.find(method === 'HEAD' ? 'GET' : method, decoded);
  }

  faultsOf(wire: Wire, reply: Reply): string[] {
    const { status, text } = reply;
    if (status >= 500) return [`it is answered ${status}`];
    const isProblem = status >= 400;
    if (LEAKS.test(text) || text.includes(process.cwd())) return ['it shows our insides'];
    if (isProblem && INSIDES.test(text)) return ['its refusal shows our insides'];
    const faults = isProblem ? this.problemFaults(wire, reply) : [];
    const operation = this.operationOf(wire);
    if (operation) faults.push(...this.documentFaults(operation, wire, reply));
    else if (!isProblem && wire.method !== 'OPTIONS' && wire.path.startsWith('/api/v1'))
      faults.push(`${wire.method} is not documented, and answered ${status}`);
    return [...faults, ...headerFaults(reply)];
  }

  private documentFaults(operation: Operation, { method }: Wire, reply: Reply): string[] {
    const faults = this.api.headerFaultsOf(operation, reply);
    if (method !== 'HEAD') return [...faults, ...this.api.faultsOf(operation, reply)];
    // The parser refuses such a request before its method is known.
    const isRead = reply.headers['x-request-id'] !== undefined;
    return reply.text === '' || !isRead ? faults : [...faults, 'HEAD has a body'];
  }

  private problemFaults({ method }: Wire, { status, headers, body }: Reply): string[] {
    if (method === 'HEAD') return [];
    if (!headers['content-type']?.startsWith('application/problem+json'))
      return [`${status} is no problem document`];
    const problem = body as Record<string, unknown> | undefined;
    if (typeof problem !== 'object' || problem === null) return ['its problem document is no JSON'];
    const slug = String(problem.type).replace('/problems/', '');
    const known = this.slugs.get(slug);
    const faults: string[] = [];
    if (problem.status !== status) faults.push(`it says ${String(problem.status)} with ${status}`);
    if (slug !== 'about:blank' && known !== status)
      faults.push(`its problem is not in the papers: ${slug.slice(0, 60)} with ${status}`);
    if (problem.requestId !== undefined && problem.requestId !== headers['x-request-id'])
      faults.push('its request id is not that of the header');
    if (status === 401 && !headers['www-authenticate']) faults.push('401 says no WWW-Authenticate');
    if (status === 429 && !headers['retry-after']) faults.push('429 says no Retry-After');
    return faults;
  }
}

/** Checks the headers that every answer must have. */
function headerFaults({ status, headers }: Reply): string[] {
  const faults: string[] = [];
  if (headers['x-content-type-options'] !== 'nosniff') faults.push('it may be sniffed');
  const id = headers['x-request-id'];
  if (id !== undefined && !UUID.test(id)) faults.push('its request id is no UUID');
  if (!headers['cache-control'] && status < 300 && status !== 204)
    faults.push('it says nothing of caches');
  if (headers.server || headers['x-powered-by']) faults.push('it says what it is made of');
  const cookie = headers['set-cookie'];
  if (cookie !== undefined && !SESSION_COOKIE.test(String(cookie)))
    faults.push('its cookie is strange');
  return faults;
}
