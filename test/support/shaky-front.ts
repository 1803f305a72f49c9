import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy in front of a node that simulates network faults. */
export class ShakyFront {
  /** Answers 400 to sockets, like a proxy without WebSocket support. */
  blocksSockets = false;
  /** How many answers to writes are still to be cut after their first bytes. */
  cuts = 0;
  /** Received requests, as `METHOD /path`. */
  readonly seen: string[] = [];
  private readonly tunnels = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    public target: string,
  ) {}

  static async before(target: string): Promise<ShakyFront> {
    const server = createServer();
    const front = new ShakyFront(server, target);
    server.on('request', (incoming, response) => front.forward(incoming, response));
    server.on('upgrade', (incoming, socket: Socket) => front.tunnel(incoming, socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return front;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get openSockets(): number {
    return this.tunnels.size;
  }

  /** Ends every open socket without a closing handshake. */
  cutSockets(): void {
    for (const socket of this.tunnels) socket.destroy();
  }

  async close(): Promise<void> {
    this.cutSockets();
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private forward(incoming: IncomingMessage, response: ServerResponse): void {
    this.seen.push(`${incoming.method} ${incoming.url!.split('?')[0]}`);
    const { method, headers } = incoming;
    const onward = request(this.target + incoming.url, { method, headers, agent: false });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      if (method === 'GET' || this.cuts === 0) {
        answer.pipe(response);
        return;
      }
      this.cuts--;
      // The service has executed the request, but the client gets only the start of the answer.
      answer.once('data', (chunk: Buffer) => {
        response.write(chunk.subarray(0, 10), () => response.destroy());
        answer.resume();
      });
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  }

  private tunnel(incoming: IncomingMessage, socket: Socket): void {
    if (this.blocksSockets) {
      socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
      return;
    }
    const { hostname, port } = new URL(this.target);
    const onward = connect(Number(port), hostname);
    this.tunnels.add(socket);
    const end = () => {
      this.tunnels.delete(socket);
      socket.destroy();
      onward.destroy();
    };
    for (const one of [socket, onward]) one.on('error', end).on('close', end);
    const headers = incoming.rawHeaders
      .map((part, index) => (index % 2 === 0 ? `${part}: ` : `${part}\r\n`))
      .join('');
    onward.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${headers}\r\n`);
    socket.pipe(onward).pipe(socket);
  }
}
