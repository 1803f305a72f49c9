import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { answerQuestions } from '../child.js';

/** The bytes to serve; the server does nothing else. */
export interface BareBody {
  base64: string;
}

let body: Buffer = Buffer.alloc(0);
const server = createServer((_, response) => {
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
  });
  response.end(body);
});

/** Answers with the server's origin. */
answerQuestions<BareBody>(async ({ base64 }) => {
  body = Buffer.from(base64, 'base64');
  if (!server.listening) await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
