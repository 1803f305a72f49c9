import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../users/viewer/policy.js';

/**
 * The scripts of pages fetch their content from the API, so crawlers that run scripts must be able
 * to reach it. Only routes without content for search engines are disallowed.
 */
const ROBOTS = `User-agent: *
Disallow: /api/v1/auth/
Disallow: /api/v1/moderation/
Disallow: /api/v1/users/
Disallow: /health/
Disallow: /metrics
`;

/** Two speech bubbles; the second colour is lighter in dark mode. */
const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>path{fill:#8a2f1c}path+path{fill:#211d19}@media (prefers-color-scheme:dark){path{fill:#f0a48c}path+path{fill:#e8e1d6}}</style><path d="M3 5h18a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H10l-5 5v-5H3a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z"/><path d="M26 12h3a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-1v5l-5-5h-8a2 2 0 0 1-2-2v-1h11a2 2 0 0 0 2-2z"/></svg>
`;

const DAY = 'public, max-age=86400';

/** The files that browsers and crawlers request from every site. */
@ApiExcludeController()
@Controller()
@Public()
export class SiteFilesController {
  @Get('robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', DAY)
  getRobots(): string {
    return ROBOTS;
  }

  @Get('favicon.svg')
  @Header('content-type', 'image/svg+xml')
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
  @Header('cache-control', DAY)
  getIcon(): string {
    return FAVICON;
  }
}
