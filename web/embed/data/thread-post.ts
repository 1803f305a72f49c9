import { type Post, ProblemError, unwrap } from '@colloquy/client';
import { publicApi, service } from '../../parts/service.js';
import type { PostDetail } from './article.js';

/** A post with the known fields: events and decisions contain fewer of them than a read. */
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
    key: fitting(element.getAttribute('key'), /^[^\p{Cc}\u202a-\u202e]{1,1024}$/u),
    keySignature: fitting(element.getAttribute('key-signature'), /^[\da-f]{64}$/i),
    url: addressIn(element.getAttribute('url')) ?? addressIn(canonical()) ?? pageAddress(),
  };
}

export async function readPost(post: string): Promise<KnownPost> {
  const params = { path: { post } };
  return unwrap(await publicApi.GET('/api/v1/posts/{post}', { params }));
}

/** The post of a page, null before its first comment, and whether readers may create it. */
export async function findPage({
  key,
  url,
}: HostPage): Promise<{ post: KnownPost | null; mayBegin: boolean }> {
  const query = { url, ...(key === null ? {} : { key }) };
  const answer = await publicApi.GET('/api/v1/posts/by-page', { params: { query } });
  if (answer.response.status !== 404) return { post: unwrap(answer), mayBegin: true };
  return { post: null, mayBegin: !answer.error?.type.endsWith('/page-not-begun') };
}

/** The post for a new comment. If there is none yet, it is created from the page's metadata. */
export async function ensurePost(subject: Subject): Promise<Post> {
  if ('post' in subject) return readPost(subject.post);
  return unwrap(await service.api.POST('/api/v1/posts/by-page', { body: subject }));
}

/** Whether moderators have deleted the requested post. */
export function isGone(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 410;
}

/** Whether the service refused the request permanently. */
export function isLasting(error: unknown): boolean {
  return error instanceof ProblemError && (error.status === 404 || error.status === 422);
}

/** Drops a value that the service would refuse: the fault is the page's, not the reader's. */
function fitting(text: string | null, form: RegExp): string | null {
  return text && form.test(text) ? text : null;
}

/** An address resolved as the service resolves it; null if it is not that of a page. */
function addressIn(text: string | null | undefined): string | null {
  const url = text && URL.canParse(text, document.baseURI) ? new URL(text, document.baseURI) : null;
  return url && fitting(url.href, /^https?:\/\/[^/@]+\/.{0,1900}$/);
}

function canonical(): string | null | undefined {
  return document.head.querySelector('link[rel~="canonical" i]')?.getAttribute('href');
}

/**
 * The URL of this page without the requested comment, and without parts that scripts remove while
 * the page loads. The service removes further parameters that do not distinguish pages.
 */
export function pageAddress(): string {
  const { origin, pathname, search } = location;
  const kept = search.replace(
    /(?<=[?&])(comment=[\da-f-]{36}|utm_\w+=[^&]*|\w+clid=[^&]*)(&|$)/gi,
    '',
  );
  return origin + pathname + kept.replace(/[?&]$/, '');
}
