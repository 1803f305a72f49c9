import { Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import type { CachedPage } from '../comments/thread/cached-page.js';
import { PageCache } from '../comments/thread/page-cache.js';
import type { PageText } from '../comments/thread/thread.repository.js';
import { type Gone, FairQueue } from '../input/fair-queue.js';
import { PostNotFound } from '../posts/shape/posts.errors.js';
import { PostsRepository } from '../posts/shape/posts.repository.js';
import { TemporarilyUnavailable } from '../problems/general.errors.js';
import { PassagesRepository } from './passages.repository.js';

/** The most posts whose passages may wait to be read. */
const MAX_WAITING = 100;

/**
 * The passages of posts, cached and served like pages. They cost the database a hundred times as
 * much as a page, and any event of a post may change them. So a node reads those of one post at a
 * time, and then pauses for as long as the read took. All requests that arrive before a read starts
 * get its result.
 */
@Injectable()
export class PassagesService {
  private readonly turns = new FairQueue({
    running: 1,
    waiting: MAX_WAITING,
    full: () => new TemporarilyUnavailable(),
  });
  /** The reads that have not started yet, by post. */
  private readonly waiting = new Map<string, Promise<PageText | null>>();
  private readonly callers = new Map<string, Set<Gone>>();

  constructor(
    private readonly posts: PostsRepository,
    private readonly passages: PassagesRepository,
    private readonly pages: PageCache,
  ) {}

  /**
   * @throws PostNotFound
   * @throws TemporarilyUnavailable when too many posts wait
   */
  async getPage(postRef: string, gone: Gone): Promise<CachedPage> {
    const postId = await this.posts.findId(postRef);
    if (!postId) throw new PostNotFound();
    const callers = this.callers.get(postId) ?? new Set();
    this.callers.set(postId, callers.add(gone));
    try {
      const page = await this.pages.get(`${postId} anchors`, postId, () => this.gather(postId));
      if (!page) throw new PostNotFound();
      return page;
    } finally {
      callers.delete(gone);
      if (callers.size === 0) this.callers.delete(postId);
    }
  }

  private gather(postId: string): Promise<PageText | null> {
    const waiting = this.waiting.get(postId);
    if (waiting) return waiting;
    let answer: {
      resolve: (page: Promise<PageText | null>) => void;
      reject: (why: unknown) => void;
    };
    const gathered = new Promise<PageText | null>((resolve, reject) => {
      answer = { resolve, reject };
    });
    this.waiting.set(postId, gathered);
    const work = async () => {
      this.waiting.delete(postId);
      const startedAt = performance.now();
      const page = this.passages.findPage(postId);
      answer.resolve(page);
      await page.catch(() => undefined);
      await delay(performance.now() - startedAt);
    };
    this.turns
      .run(work, () => this.isLeft(postId))
      .catch((error: unknown) => {
        this.waiting.delete(postId);
        answer.reject(error);
      });
    return gathered;
  }

  private isLeft(postId: string): boolean {
    return [...(this.callers.get(postId) ?? [])].every((gone) => gone());
  }
}
