import { Injectable } from '@nestjs/common';
import type { Act } from '../../acts/acts.js';
import { normalisePageUrl } from '../../text/plain/page-url.js';
import { distinctSlug } from '../../text/plain/slug.js';
import { pageAddress } from '../shape/page-address.sql.js';
import type { PostView } from '../shape/posts.dto.js';
import { PostNameTaken } from '../shape/posts.errors.js';
import { PostEndingsRepository } from '../endings/post-endings.repository.js';
import { PostUrlsRepository } from '../shape/post-urls.repository.js';
import { PostsRepository } from '../shape/posts.repository.js';

/** The URLs of a post on the host site. Each belongs to one post. */
@Injectable()
export class PostUrls {
  constructor(
    private readonly posts: PostsRepository,
    private readonly endings: PostEndingsRepository,
    private readonly urls: PostUrlsRepository,
  ) {}

  /** Staff can reuse the names of deleted posts. */
  async release(
    act: Act,
    { slug, key, url }: { slug?: string; key?: string | null; url?: string | null },
  ): Promise<void> {
    if (!slug && !key && !url) return;
    const names = { slug: slug ?? null, key: key ?? null, url: url ?? null };
    for (const { id, ...had } of await this.endings.release(act, names)) {
      await this.posts.update(act, id, {
        slug: had.slug === slug ? distinctSlug(slug, id) : had.slug,
        key: had.key === key ? null : had.key,
      });
    }
  }

  /**
   * Locks a URL in every spelling until the end of the transaction. Concurrent claims of it wait,
   * and then find it used.
   */
  async lock(act: Act, url: string): Promise<void> {
    await this.urls.lock(act, pageAddress(url));
  }

  /** @throws PostNameTaken when another post has the address */
  async claim(act: Act, postId: string, url: string): Promise<void> {
    if (!(await this.claimIfFree(act, postId, url))) throw new PostNameTaken('url');
  }

  /** @returns whether the post has the address now */
  async claimIfFree(act: Act, postId: string, url: string): Promise<boolean> {
    return (await this.urls.claim(act, postId, url)) === postId;
  }

  /** Replaces the displayed URL of a post; the former one becomes free. */
  async replace(act: Act, { id, url }: PostView, next: string | null): Promise<void> {
    if (url !== null) await this.urls.remove(act, id, normalisePageUrl(url)!);
    if (next !== null) await this.claim(act, id, next);
  }
}
