import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AnchorText } from '@colloquy/passages';
import { plainTextOf } from '../../text/markdown/plain-text.js';
import { PostsRepository } from '../shape/posts.repository.js';

const KEPT = 20;

/**
 * The text of a post as readers select it; null for a page of the host site, whose text is unknown
 * here.
 */
export interface PostText {
  revision: number;
  text: AnchorText | null;
}

/** The plain texts of posts, cached because a revision never changes. */
@Injectable()
export class PostTextsService {
  private readonly texts = new LRUCache<string, { text: AnchorText | null }>({ max: KEPT });

  constructor(private readonly posts: PostsRepository) {}

  /** @throws PostNotFound */
  async getPresent(postId: string): Promise<PostText> {
    const { revision } = await this.posts.getTerms(postId);
    return { revision, text: await this.find(postId, revision) };
  }

  async find(postId: string, revision: number): Promise<AnchorText | null> {
    const key = `${postId} ${revision}`;
    const kept = this.texts.get(key);
    if (kept) return kept.text;
    const html = await this.posts.findHtml(postId, revision);
    const text = html === null ? null : new AnchorText(plainTextOf(html));
    this.texts.set(key, { text });
    return text;
  }
}
