import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { answerInTurn } from './pipelining.js';

describe('requests behind each other on one connection', () => {
  const GET = 'GET / HTTP/1.1\r\nhost: a\r\n\r\n';
  const LAST = GET.replace('\r\n\r\n', '\r\nconnection: close\r\n\r\n');
  let server: Server;
  let begun: number;
  let atOnce: number;

  beforeEach(async () => {
    begun = 0;
    atOnce = 0;
    let running = 0;
    const handle = answerInTurn((_, response) => {
      begun += 1;
      atOnce = Math.max(atOnce, ++running);
      response.once('finish', () => (running -= 1));
      setImmediate(() => response.end('answer'));
    }, 4);
    server = createServer(handle).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => server.close());

  const send = (requests: string) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(requests);
    return socket;
  };

  it('are answered, each in turn, when they are few', async () => {
    const answers = await text(send(GET.repeat(4) + LAST));
    expect(answers.match(/HTTP\/1.1 200/g)).toHaveLength(5);
    expect(atOnce).toBe(1);
  });

  it('count only while they wait', async () => {
    const socket = send(GET.repeat(5));
    let heard = '';
    for await (const piece of socket) {
      const before = heard.split('answer').length;
      heard += String(piece);
      const now = heard.split('answer').length;
      if (before < 6 && now >= 6) socket.write(GET.repeat(4) + LAST);
    }
    expect(heard.match(/answer/g)).toHaveLength(10);
  });

  it('end the connection when they are many, and are not worked on', async () => {
    const socket = send(GET.repeat(1_000));
    await once(socket, 'close');
    expect(begun).toBeLessThanOrEqual(1);
  });
});
