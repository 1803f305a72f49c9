import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { fixtureService } from './service.js';

const PAGE = fileURLToPath(new URL('index.html', import.meta.url));

const page: Plugin = {
  name: 'page',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      if (new URL(request.url!, 'http://localhost').pathname !== '/') return next();
      void server.transformIndexHtml('/index.html', readFileSync(PAGE, 'utf8')).then((html) => {
        response.setHeader('content-type', 'text/html');
        response.end(html);
      }, next);
    });
  },
};

/** `npm run embed:dev`: the embed from its sources, with a service of fixtures. */
export default defineConfig({
  root: fileURLToPath(new URL('../../web', import.meta.url)),
  publicDir: false,
  plugins: [page, fixtureService()],
  optimizeDeps: {
    entries: ['embed/embed.ts'],
    include: [
      'lit',
      'lit/directives/repeat.js',
      'lit/directives/unsafe-html.js',
      'socket.io-client',
    ],
  },
});
