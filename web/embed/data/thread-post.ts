import { type Post, unwrap } from '@colloquy/client';
import { found, service } from '../../parts/service.js';
import type { PostDetail } from './article.js';

/** A post, as far as it is known: events and decisions tell less of it than a read. */
export type KnownPost = Post &
  Partial<Pick<PostDetail, 'lastUpdateAt' | 'scoresHiddenUntil' | 'votes'>>;

/** The subject of a thread: a post by its id or slug, or a page of the host site. */
export type Subject =
  | { readonly post: string }
  | {
      readonly key: string | null;
      readonly keySignature: string | null;
      readonly url: string;
    };

export function subjectOf(element: HTMLElement): Subject {
  const post = element.getAttribute('post');
  if (post) return { post };
  return {
    key: element.getAttribute('key') || null,
    keySignature: element.getAttribute('key-signature') || null,
    url: absolute(element.getAttribute('url')) ?? canonicalAddress(),
  };
}

/** The page's post; null while nobody has commented there. */
export async function findPost(subject: Subject): Promise<KnownPost | null> {
  if ('post' in subject) {
    const params = { path: { post: subject.post } };
    return unwrap(await service.api.GET('/api/v1/posts/{post}', { params }));
  }
  const { key, url } = subject;
  const query = { url, ...(key === null ? {} : { key }) };
  return found(service.api.GET('/api/v1/posts/by-page', { params: { query } }));
}

/** The post under which a comment can be written: made with the first one, by what the page says of itself. */
export async function ensurePost(subject: Subject): Promise<Post> {
  if ('post' in subject) return (await findPost(subject))!;
  return unwrap(await service.api.POST('/api/v1/posts/by-page', { body: subject }));
}

/** Whether the post takes comments; a page without a post takes its first. */
export function mayComment(post: Post | null): boolean {
  return !post || (!post.locked && post.mode !== 'closed');
}

/** As the service reads it in the page. */
function absolute(url: string | null): string | null {
  return url && URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : url;
}

function canonicalAddress(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  return canonical?.href ?? location.origin + location.pathname;
}
