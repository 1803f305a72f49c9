import { createHash } from 'node:crypto';
import { addressOf } from '../../posts/shape/post-addresses.js';
import type { PublicExport, PublicThread } from './public-export.js';
import type { PublicPost } from './public-texts.repository.js';
import type { PublicComment } from './public-thread.js';

/** Characters that XML 1.0 cannot represent. */
// oxlint-disable-next-line no-control-regex
const NOT_IN_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

const PREFORMATTED = /(<pre[ >][\s\S]*?<\/pre>)/;

/**
 * The public posts and comments in WordPress's export format (WXR 1.2). Both are numbered within
 * the file; a comment has a greater number than its parent.
 */
export async function* wxrOf(
  threads: ReturnType<PublicExport['threads']>,
  publicUrl: string,
): AsyncGenerator<string> {
  yield headOf(publicUrl);
  let number = 0;
  for await (const { post, comments } of threads) {
    number += 1;
    yield itemOf(post, number, publicUrl);
    yield* commentsOf(comments);
    yield '</item>\n';
  }
  yield '</channel>\n</rss>\n';
}

async function* commentsOf(comments: PublicThread['comments']): AsyncGenerator<string> {
  for await (const comment of comments) yield commentOf(comment);
}

function headOf(publicUrl: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"
  xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
${elements({
  title: new URL(publicUrl).host,
  link: publicUrl,
  pubDate: new Date().toUTCString(),
  'wp:wxr_version': '1.2',
  'wp:base_site_url': publicUrl,
  'wp:base_blog_url': publicUrl,
})}`;
}

function itemOf(post: PublicPost, number: number, publicUrl: string): string {
  const written = sqlTime(post.createdAt);
  return `<item>
${elements({
  title: post.title,
  link: addressOf(post, publicUrl),
  pubDate: post.createdAt.toUTCString(),
  'dc:creator': post.authorName ?? '',
  'content:encoded': post.html ?? '',
  'excerpt:encoded': post.summary ?? '',
  'wp:post_id': String(number),
  'wp:post_date': written,
  'wp:post_date_gmt': written,
  'wp:comment_status': post.closed ? 'closed' : 'open',
  'wp:ping_status': 'closed',
  'wp:post_name': post.slug,
  'wp:status': 'publish',
  'wp:post_parent': '0',
  'wp:menu_order': '0',
  'wp:post_type': 'post',
  'wp:post_password': '',
  'wp:is_sticky': '0',
})}`;
}

function commentOf(comment: PublicComment): string {
  const written = sqlTime(new Date(`${comment.createdAt}Z`));
  return `<wp:comment>
${elements({
  'wp:comment_id': String(comment.number),
  'wp:comment_author': comment.authorName ?? '',
  'wp:comment_author_email': '',
  'wp:comment_author_url': '',
  'wp:comment_author_IP': '',
  'wp:comment_date': written,
  'wp:comment_date_gmt': written,
  'wp:comment_content': withoutLineEnds(comment.html),
  'wp:comment_approved': '1',
  'wp:comment_type': 'comment',
  'wp:comment_parent': String(comment.parent?.number ?? 0),
  'wp:comment_user_id': accountNumber(comment.authorId),
})}</wp:comment>
`;
}

/** WordPress renders line ends as line breaks. So this HTML has line ends only after tags. */
function withoutLineEnds(html: string): string {
  const parts = html.split(PREFORMATTED);
  return parts.map((part, at) => (at % 2 ? part : part.replaceAll('\n', ''))).join('');
}

function elements(texts: Readonly<Record<string, string>>): string {
  return Object.entries(texts)
    .map(([name, text]) => `<${name}>${cdata(text)}</${name}>\n`)
    .join('');
}

function cdata(text: string): string {
  return `<![CDATA[${text.replace(NOT_IN_XML, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** Equal for all comments of an author, so that authors with the same name stay distinct. */
function accountNumber(authorId: string | null): string {
  if (authorId === null) return '0';
  return String(createHash('sha256').update(authorId).digest().readUIntBE(0, 6) || 1);
}

function sqlTime(at: Date): string {
  return at.toISOString().slice(0, 19).replace('T', ' ');
}
