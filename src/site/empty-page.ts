import { html } from '../text/html/html.js';
import { pageOf } from './frame/page-frame.js';

/** The page of a service that has no post yet: what an operator does next. */
export function emptyPage(publicUrl: string): string {
  return pageOf({
    title: 'Colloquy is running',
    description: 'This discussion service has no posts yet.',
    language: 'en',
    publicUrl,
    canonical: `${publicUrl}/`,
    content: html`
      <h1>Colloquy is running</h1>
      <p class="summary">There is nothing to discuss yet. Four ways to begin:</p>
      <ul>
        <li>
          Put a discussion under a page of yours; its post is made with the first comment. The
          page’s origin must be among <code>SITE_ORIGINS</code>.
          <pre><code>&lt;script type="module" src="${publicUrl}/embed.js">&lt;/script>
&lt;colloquy-thread>&lt;/colloquy-thread></code></pre>
        </li>
        <li>
          Bring the comments of an older system along:
          <pre><code>npm run import -- wordpress export.xml</code></pre>
        </li>
        <li>
          Write a post of your own, with <code>POST /api/v1/posts</code>, as the
          <a href="${publicUrl}/api/docs">API</a> says.
        </li>
        <li>Start with <code>SEED_DEMO=true</code>, and a demo review is written here.</li>
      </ul>
    `,
  });
}

/** For addresses under which there is no post. */
export function missingPage(publicUrl: string): string {
  return pageOf({
    title: 'There is no such post',
    description: 'No post is known under this address.',
    language: 'en',
    publicUrl,
    canonical: null,
    content: html`
      <h1>There is no such post</h1>
      <p>
        No post is known under this address. <a href="${publicUrl}/">The posts that are here</a>
      </p>
    `,
  });
}
