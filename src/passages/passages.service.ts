import { Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import type { CachedPage } from '../comments/thread/cached-page.js';
import { PageCache } from '../comments/thread/page-cache.js';
import type { PageText } from '../comments/thread/thread.repository.js';
import { PostNotFound } from '../posts/posts.errors.js';
import { PostsRepository } from '../posts/posts.repository.js';
import { PassagesRepository } from './passages.repository.js';

/**
 * The passages of posts, kept and answered as pages are. To gather them costs the database a hundred
 * times what a page does, and any event of a post may have changed them. So a node gathers those of one
 * post at a time, and pauses for as long as it took; whoever asks before it begins gets the same.
 */
@Injectable()
export class PassagesService {
  private turn: Promise<unknown> = Promise.resolve();
  /** By post, and only until its turn comes. */
  private readonly waiting = new Map<string, Promise<PageText | null>>();

  constructor(
    private readonly posts: PostsRepository,
    private readonly passages: PassagesRepository,
    private readonly pages: PageCache,
  ) {}

  async getPage(postRef: string): Promise<CachedPage> {
    const postId = await this.posts.findId(postRef);
    const page =
      postId && (await this.pages.get(`${postId} anchors`, postId, () => this.gather(postId)));
    if (!page) throw new PostNotFound();
    return page;
  }

  private gather(postId: string): Promise<PageText | null> {
    const waiting = this.waiting.get(postId);
    if (waiting) return waiting;
    let startedAt = 0;
    const gathered = this.turn.then(() => {
      this.waiting.delete(postId);
      startedAt = performance.now();
      return this.passages.findPage(postId);
    });
    this.waiting.set(postId, gathered);
    const pause = () => delay(performance.now() - startedAt);
    this.turn = gathered.then(pause, pause);
    return gathered;
  }
}
