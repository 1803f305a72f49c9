import { Agent, request as ask } from 'node:http';

/** A request as bytes, without any encoding, check or completion. */
export interface Call {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Reply {
  status: number;
  headers: Record<string, string | undefined>;
  text: string;
}

/** A client with keep-alive connections, for many small requests. */
export class KeepAliveClient {
  sent = 0;
  private readonly agent = new Agent({ keepAlive: true });
  private readonly host: string;
  private readonly port: string;

  constructor(url: string) {
    ({ hostname: this.host, port: this.port } = new URL(url));
  }

  async send({ method, path, headers, body }: Call): Promise<Reply> {
    this.sent += 1;
    const { agent, host, port } = this;
    const content = body === undefined ? {} : contentOf(body);
    const options = { agent, host, port, method, path, headers: { ...content, ...headers } };
    return new Promise((resolve, reject) => {
      const request = ask(options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
        response.on('error', reject).on('end', () => {
          const { statusCode: status, headers } = response;
          resolve({ status: status!, headers: headers as Reply['headers'], text });
        });
      });
      request.on('error', reject).end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

function contentOf(body: string): Record<string, string> {
  return {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
  };
}
