import { publicPathOf } from '../../config/public-path.js';
import { html, type Html } from '../../text/html/html.js';
import { PAGE_STYLE, PAGE_STYLE_HASH } from './page-style.js';

export const HTML_TYPE = 'text/html; charset=utf-8';

/** Browser features that the pages never use, so they are disabled for scripts. */
const UNUSED = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'];

/**
 * Scripts and their requests are limited to this origin; the only style is that of the page. Text
 * becomes HTML in only two places, which are named here as policies: lit's templates, and
 * `web/parts/server-html.ts`.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${PAGE_STYLE_HASH}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html colloquy',
  ].join('; '),
  'permissions-policy': UNUSED.map((feature) => `${feature}=()`).join(', '),
  'referrer-policy': 'strict-origin-when-cross-origin',
};

export interface Frame {
  title: string;
  description: string;
  language: string;
  /** The URL of this service, without a final slash. */
  publicUrl: string;
  /** The canonical URL of this page; null excludes it from search engines. */
  canonical: string | null;
  article?: { publishedAt: string; updatedAt: string };
  /** The script of the page. */
  script?: 'embed.js' | 'account.js' | 'decide.js' | 'security.js';
  content: Html;
}

/** A whole page around its content. */
export function pageOf(frame: Frame): string {
  const { title, description, language, publicUrl, canonical, article, script, content } = frame;
  const base = publicPathOf(publicUrl);
  const page = html`<!doctype html>
    <html lang="${language}" prefix="og: https://ogp.me/ns#">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <meta name="description" content="${description}" />
        ${
          canonical === null
            ? html`<meta name="robots" content="noindex" />`
            : html`<link rel="canonical" href="${canonical}" />
                <meta property="og:url" content="${canonical}" />`
        }
        <meta property="og:type" content="${article ? 'article' : 'website'}" />
        <meta property="og:title" content="${title}" />
        <meta property="og:description" content="${description}" />
        <meta property="og:site_name" content="Colloquy" />
        <meta property="og:locale" content="${language.replace('-', '_')}" />
        ${
          article &&
          html`<meta property="article:published_time" content="${article.publishedAt}" />
            <meta property="article:modified_time" content="${article.updatedAt}" />`
        }
        <meta name="twitter:card" content="summary" />
        <link rel="icon" href="${base}/favicon.svg" type="image/svg+xml" />
        ${PAGE_STYLE} ${script && html`<script type="module" src="${base}/${script}"></script>`}
      </head>
      <body>
        <header class="top"><a class="name" href="${base}/">Colloquy</a></header>
        <main>${content}</main>
        <footer class="bottom">
          <span>Colloquy</span>
          <a href="${base}/api/docs" hreflang="en">API</a>
        </footer>
      </body>
    </html> `;
  return page.text;
}
