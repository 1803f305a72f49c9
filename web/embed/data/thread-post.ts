import { type Post, ProblemError, unwrap } from '@colloquy/client';
import { publicApi, service } from '../../parts/service.js';
import type { PostDetail } from './article.js';

/** A post, as far as it is known: events and decisions tell less of it than a read. */
export type KnownPost = Post &
  Partial<Pick<PostDetail, 'lastUpdateAt' | 'scoresHiddenUntil' | 'votes'>>;

/** The subject of a thread: a post by its id or slug, or a page of the host site. */
export type Subject = { readonly post: string } | HostPage;

interface HostPage {
  readonly key: string | null;
  readonly keySignature: string | null;
  readonly url: string;
}

export function subjectOf(element: HTMLElement): Subject {
  const post = element.getAttribute('post');
  if (post) return { post };
  return {
    key: element.getAttribute('key') || null,
    keySignature: element.getAttribute('key-signature') || null,
    url: absolute(element.getAttribute('url')) ?? canonicalAddress(),
  };
}

export async function readPost(post: string): Promise<KnownPost> {
  const params = { path: { post } };
  return unwrap(await publicApi.GET('/api/v1/posts/{post}', { params }));
}

/** The post of a page, null before its first comment, and whether a reader's comment may make it. */
export async function findPage({
  key,
  url,
}: HostPage): Promise<{ post: KnownPost | null; mayBegin: boolean }> {
  const query = { url, ...(key === null ? {} : { key }) };
  const answer = await publicApi.GET('/api/v1/posts/by-page', { params: { query } });
  if (answer.response.status !== 404) return { post: unwrap(answer), mayBegin: true };
  return { post: null, mayBegin: !answer.error?.type.endsWith('/page-not-begun') };
}

/** The post under which a comment can be written: made with the first one, by what the page says of itself. */
export async function ensurePost(subject: Subject): Promise<Post> {
  if ('post' in subject) return readPost(subject.post);
  return unwrap(await service.api.POST('/api/v1/posts/by-page', { body: subject }));
}

/** Whether moderators have deleted the post that was asked for. */
export function isGone(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 410;
}

/** As the service reads it in the page. */
function absolute(url: string | null): string | null {
  return url && URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : url;
}

function canonicalAddress(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  return canonical?.href ?? location.origin + location.pathname;
}
