import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The site whose pages have discussions: every path has a page with a title of its own. */
export class HostPages {
  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async open(): Promise<HostPages> {
    const server = createServer((request, response) => {
      const name = encodeURIComponent(request.url ?? '').slice(0, 200);
      // A page that names its own address is verified; pages at other paths stay unverified.
      const own = /^[\w/-]+$/.test(request.url ?? '')
        ? `http://${request.headers.host}${request.url}`
        : '';
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        `<!doctype html><html lang="en"><head><title>Page ${name}</title><link rel="canonical" href="${own}"></head><body><h1>${name}</h1></body></html>`,
      );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new HostPages(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
