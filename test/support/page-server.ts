import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface ServedPage {
  status?: number;
  headers?: Record<string, string>;
  body: string | Buffer;
}

/** A site whose pages the service reads, on another port of this machine. */
export class PageServer {
  readonly asked: string[] = [];
  /** Answers wait for it. */
  gate: Promise<void> = Promise.resolve();
  private readonly pages = new Map<string, ServedPage>();

  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async start(): Promise<PageServer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const site = new PageServer(server, `http://127.0.0.1:${port}`);
    server.on('request', ({ url }, response) => {
      site.asked.push(url!);
      const { status = 404, headers, body } = site.pages.get(url!) ?? { body: '' };
      const answer = () =>
        response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
      void site.gate.then(answer);
    });
    return site;
  }

  /** @returns its address */
  serve(path: string, page: string | ServedPage): string {
    const served = typeof page === 'string' ? { body: page } : page;
    this.pages.set(path, { status: 200, ...served });
    return this.origin + path;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

/** A page with a discussion, as a site would embed it. */
export function reviewPage(title: string, attributes = '', head = ''): string {
  return `<!doctype html><html lang="lv"><head><title>${title}</title>${head}</head>
    <body><h1>${title}</h1><colloquy-thread ${attributes}></colloquy-thread></body></html>`;
}
