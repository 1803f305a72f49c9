import type { FastifyInstance } from 'fastify';
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';

/** The reference brings its own scripts and styles; its icons are inline. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

const ASSETS: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Colloquy API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
  </head>
  <body>
    <noscript><a href="/api/openapi.json">The OpenAPI document</a></noscript>
    <div id="reference"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#reference', deepLinking: true });\n`;

/** A page on which the API can be read and tried, at `/api/docs`. */
export function serveApiReference(fastify: FastifyInstance): void {
  const { resolve } = createRequire(import.meta.url);
  const serve = (path: string, type: string, body: () => string | NodeJS.ReadableStream) =>
    fastify.get(path, (_, reply) => {
      void reply
        .type(type)
        .headers({ 'content-security-policy': POLICY, 'cache-control': 'no-cache' })
        .send(body());
    });
  serve('/api/docs', 'text/html; charset=utf-8', () => PAGE);
  serve('/api/docs/start.js', 'text/javascript; charset=utf-8', () => START);
  for (const [asset, type] of Object.entries(ASSETS)) {
    const file = resolve(`swagger-ui-dist/${asset}`);
    serve(`/api/docs/${asset}`, type, () => createReadStream(file));
  }
}
