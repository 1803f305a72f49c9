import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { builtFile } from '../config/built-file.js';
import { matches } from '../input/conditional.js';
import { chooseEncoding, type Encoding } from '../input/encodings.js';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** A file with a fixed name is revalidated soon. A file with a hash in its name never changes. */
const SHORT = 'public, max-age=300, stale-while-revalidate=86400';
const FOREVER = 'public, max-age=31536000, immutable';

/** Any page may load a script. Whether it may call the API is decided in `origins.ts`. */
const HEADERS = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  vary: 'Accept-Encoding',
};

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

interface Asset {
  path: string;
  type: string;
  caching: string;
  etag: string;
  body: Buffer;
}

/** Whether this is a script for pages, which every origin may load. */
export function isWebAsset(url: string): boolean {
  return /^\/(count\.js|embed(\.js|\/))/.test(url);
}

/** Serves `embed.js` and its modules from memory; each is compressed at its first request. */
export function serveWebAssets(fastify: FastifyInstance): void {
  const place = builtFile('web/');
  if (!place) return;
  for (const asset of readAssets(place)) {
    fastify.get(asset.path, async (request, reply) => {
      void reply.headers({ ...HEADERS, 'cache-control': asset.caching, etag: asset.etag });
      if (matches(request.headers['if-none-match'], asset.etag)) return reply.code(304).send();
      const encoding = chooseEncoding(request.headers['accept-encoding']);
      if (encoding) void reply.header('content-encoding', encoding);
      return reply.type(asset.type).send(await encode(asset, encoding));
    });
  }
}

function readAssets(place: string): Asset[] {
  const files = readdirSync(place, { recursive: true, encoding: 'utf8' });
  return files.flatMap((file) => {
    const type = TYPES[extname(file)];
    if (!type) return [];
    const path = `/${file.replaceAll('\\', '/')}`;
    const body = readFileSync(`${place}${file}`);
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 16);
    return {
      path,
      type,
      caching: path.slice(1).includes('/') ? FOREVER : SHORT,
      etag: `"${hash}"`,
      body,
    };
  });
}

/**
 * Compressed once for each encoding and hash, because brotli takes a second for all. The number of
 * entries is at most twice that of the files.
 */
const encodedForms = new Map<string, Promise<Buffer>>();

/** The strongest compression, on the threads of zlib. */
async function encode({ body, etag }: Asset, encoding: Encoding | null): Promise<Buffer> {
  if (encoding === null) return body;
  const key = `${encoding} ${etag}`;
  const kept = encodedForms.get(key);
  if (kept) return kept;
  const form = compress(body, encoding);
  encodedForms.set(key, form);
  form.catch(() => encodedForms.delete(key));
  return form;
}

function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return compressGzip(body, { level: 9 });
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return compressBrotli(body, { params });
}
