import { errorCodes, type FastifyInstance, type FastifyRequest } from 'fastify';
import { parse } from 'secure-json-parse';
import { MalformedRequest, UnsupportedEncoding } from '../problems/general.errors.js';

/** Largest body of any route, in bytes: an authored review with its Markdown. */
export const MAX_BODY_BYTES = 256 * 1024;

/**
 * The only route that accepts a form body. It ignores the content, which mail programs send (RFC
 * 8058).
 */
const ONE_CLICK = '/api/v1/auth/unsubscribe';
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];
const MAX_FORM_BYTES = 4_096;

const CHARSET = /;\s*charset\s*=\s*"?([^\s;"]*)/i;

/**
 * Parses JSON bodies strictly: only UTF-8, not compressed, no prototype keys. The bytes are kept
 * for the idempotency digest. An empty body is treated as none.
 */
export function readJsonBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
    (request: FastifyRequest & { rawBody?: Buffer }, bytes: Buffer, done) => {
      request.rawBody = bytes;
      assertPlain(request.headers);
      done(null, bytes.length === 0 ? undefined : parseJson(bytes));
    },
  );
  fastify.addContentTypeParser(
    FORMS,
    { parseAs: 'buffer', bodyLimit: MAX_FORM_BYTES },
    ({ routeOptions, headers }: FastifyRequest, _: Buffer, done) => {
      if (routeOptions.url === ONE_CLICK) done(null);
      else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(headers['content-type']));
    },
  );
}

/** @throws UnsupportedEncoding for bytes that are not the JSON itself in UTF-8 */
function assertPlain(headers: FastifyRequest['headers']): void {
  const coding = headers['content-encoding'];
  if (coding !== undefined && coding.trim().toLowerCase() !== 'identity') {
    throw new UnsupportedEncoding('Send the body as it is, without Content-Encoding.');
  }
  const charset = CHARSET.exec(headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) {
    throw new UnsupportedEncoding('Send the body in UTF-8; JSON has no other charset.');
  }
}

function parseJson(bytes: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new MalformedRequest('The body is not valid UTF-8.');
  }
  try {
    return parse(text, undefined, { protoAction: 'error', constructorAction: 'error' });
  } catch {
    throw new MalformedRequest('The body is not valid JSON, or has a key that no object may have.');
  }
}
