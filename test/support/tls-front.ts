import { generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { createServer, type Server } from 'node:tls';

/** HTTPS in front of an HTTP server, with a self-signed certificate. */
export class TlsFront {
  /** The port of the server behind it. */
  target = 0;
  private readonly open = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<TlsFront> {
    const server = createServer(certificate());
    const front = new TlsFront(server);
    server.on('secureConnection', (socket) => {
      const onward = connect(front.target, '127.0.0.1');
      const end = () => [socket, onward].forEach((one) => one.destroy());
      for (const one of [socket, onward]) {
        front.open.add(one);
        one.on('error', end).on('close', () => {
          front.open.delete(one);
          end();
        });
      }
      socket.pipe(onward).pipe(socket);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return front;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  stop(): void {
    this.server.close();
    for (const socket of this.open) socket.destroy();
  }
}

/** A key with its X.509 certificate of version 1, in DER. */
function certificate(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  // ecdsa-with-SHA256
  const algorithm = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
  const commonName = der(0x06, Buffer.from('550403', 'hex'));
  const name = sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from('test')))));
  const times = ['200101000000Z', '400101000000Z'].map((time) => der(0x17, Buffer.from(time)));
  const claims = sequence(
    der(0x02, Buffer.from([1])),
    algorithm,
    name,
    sequence(...times),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', claims, privateKey));
  const lines = sequence(claims, algorithm, signature)
    .toString('base64')
    .match(/.{1,64}/g)!;
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, ...parts);
}

/** A value with its tag and length. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
