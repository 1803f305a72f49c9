import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site on its own origin with one page: an article with the discussion below it. */
export class HostPage {
  private html = '';

  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async open(): Promise<HostPage> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const page = new HostPage(server, `http://127.0.0.1:${port}`);
    server.on('request', (_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page.html);
    });
    return page;
  }

  /** Embeds the discussion as the documentation says. */
  show(service: string, post: string): void {
    this.html = `<!doctype html><html lang="en"><title>Bench</title><link rel="icon" href="data:,">
      <div id="article"><h1>A review</h1><p>${'Text. '.repeat(50)}</p></div>
      <script type="module" src="${service}/embed.js"></script>
      <colloquy-thread post="${post}" sort="oldest"></colloquy-thread>`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
