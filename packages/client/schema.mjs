import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { AppModule } from '../../build/app/app.module.js';
import { parseConfig } from '../../build/config/app-config.js';
import { describeApi } from '../../build/app/openapi.js';

/**
 * Writes `src/schema.ts` from the routes of the built service, without a database. With `--check`
 * it only verifies that the committed file is up to date (exit code 1 if it is not).
 */
const FILE = new URL('./src/schema.ts', import.meta.url);
const HEAD =
  '// Made from the routes of the service by `npm run client:schema`; not edited by hand.\n\n';

const config = parseConfig({ AUTH_SECRET: 'for a document, nothing is signed with it' });
// In preview mode Nest knows the routes, and instantiates no providers.
const app = await NestFactory.create(AppModule.forRoot(config, {}), new FastifyAdapter(), {
  preview: true,
  abortOnError: false,
  logger: ['error'],
});
const text = HEAD + astToString(await openapiTS(describeApi(app), { alphabetize: true }));

if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
} else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== text) {
  process.stderr.write('packages/client/src/schema.ts is stale: npm run client:schema\n');
  process.exit(1);
}
