import { renderMarkdown } from '../../src/text/markdown/markdown.js';
import { say } from '../say.js';
import { unlogged } from '../scale/load.js';
import type { Site } from '../site.js';

/** The most bytes per visible character, and letters that HTML escapes with six. */
const FAMILY = '👨‍👩‍👧‍👦';
const textOf = (families: number, quotes: number) => FAMILY.repeat(families) + '"'.repeat(quotes);
const COMMENT = textOf(2_480, 3_500);
const POST = textOf(4_000, 95_000);

/** Gives every comment, and every version of an article, a text of maximum size. */
export async function enlarge(site: Site): Promise<void> {
  const client = await unlogged(site);
  try {
    await client.query('set session_replication_role = replica');
    const html = { comment: renderMarkdown(COMMENT), post: renderMarkdown(POST) };
    for (const table of ['comments', 'comment_revisions'])
      await client.query(`update ${table} set body = $1, html = $2 where body <> ''`, [
        COMMENT,
        html.comment,
      ]);
    await client.query('update post_revisions set body = $1, html = $2 where body is not null', [
      POST,
      html.post,
    ]);
    await client.query('vacuum (analyze)');
    const bytes = (text: string) => Math.round(Buffer.byteLength(text) / 1_024);
    say(
      `Comments of ${bytes(COMMENT)} and ${bytes(html.comment)} KiB, ` +
        `versions of articles of ${bytes(POST)} and ${bytes(html.post)} KiB.`,
    );
  } finally {
    await client.end();
  }
}
