import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { CachedPage } from '../comments/thread/cached-page.js';
import type { ThreadPageView } from '../comments/shape/comments.dto.js';
import { ThreadService } from '../comments/thread/thread.service.js';
import { AppConfig } from '../config/app-config.js';
import { digestTag } from '../input/conditional.js';
import { PostsRepository } from '../posts/shape/posts.repository.js';
import { PostNotFound } from '../posts/shape/posts.errors.js';
import { UsersRepository } from '../users/accounts/users.repository.js';
import { ownAddressOf } from '../posts/shape/post-addresses.js';
import { threadFragment } from './thread-fragment.js';
import type { ThreadHtmlQuery } from './thread-html.dto.js';
import { treeOf } from './thread-tree.js';

const MAX_BYTES = 24 * 1024 * 1024;

interface Rendered {
  /**
   * The validator of the page that it was rendered from. A different one means another state of the
   * thread.
   */
  from: string;
  fragment: CachedPage;
}

/** Pages of threads as HTML, rendered from the page of the API, once for each of its states. */
@Injectable()
export class ThreadHtmlService {
  private readonly rendered = new LRUCache<string, Rendered>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ fragment }) => fragment.size,
  });
  private readonly rendering = new Map<string, Promise<CachedPage>>();

  constructor(
    private readonly thread: ThreadService,
    private readonly posts: PostsRepository,
    private readonly users: UsersRepository,
    private readonly config: AppConfig,
  ) {}

  async get(postRef: string, { sort = 'best', ...query }: ThreadHtmlQuery): Promise<CachedPage> {
    const page = await this.thread.getPage(postRef, { sort, ...query });
    const known = this.rendered.get(page.key);
    if (known?.from === page.etag) return known.fragment;
    const flight = `${page.key} ${page.etag}`;
    const rendering = this.rendering.get(flight) ?? this.render(page, { sort, ...query });
    this.rendering.set(flight, rendering);
    return rendering.finally(() => this.rendering.delete(flight));
  }

  /**
   * The text of the post is read after the page. If it had changed in between, the page would have
   * changed, too.
   */
  private async render(page: CachedPage, query: ThreadHtmlQuery): Promise<CachedPage> {
    const { publicUrl } = this.config;
    const post = await this.posts.find(page.postId);
    if (!post) throw new PostNotFound();
    const author = post.authorId === null ? null : await this.users.findById(post.authorId);
    const view = JSON.parse(page.body.toString()) as ThreadPageView;
    const excerpts = await this.thread.listExcerpts(view.items.map(({ id }) => id));
    const next =
      view.nextCursor &&
      `${ownAddressOf(post, publicUrl)}?${new URLSearchParams({ sort: query.sort!, cursor: view.nextCursor }).toString()}`;
    const { text } = threadFragment({
      post: { ...post, commentCount: view.post.commentCount },
      authorName: author?.displayName ?? null,
      branches: treeOf(view),
      excerpts,
      nextAddress: next,
      publicUrl,
    });
    const fragment = page.inForm(digestTag(text), Buffer.from(text));
    this.rendered.set(page.key, { from: page.etag, fragment });
    return fragment;
  }
}
