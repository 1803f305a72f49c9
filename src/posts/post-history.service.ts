import { Injectable } from '@nestjs/common';
import { fittingPage } from '../database/fitting.js';
import { InvalidInput } from '../problems/general.errors.js';
import type { ListPostsQuery, PostRevisionListView } from './posts.dto.js';
import { PostNotFound } from './posts.errors.js';
import { PostsRepository } from './posts.repository.js';

/** What a post said before. */
@Injectable()
export class PostHistoryService {
  constructor(private readonly posts: PostsRepository) {}

  /** The newest first. */
  async list(ref: string, { limit = 20, cursor }: ListPostsQuery): Promise<PostRevisionListView> {
    const postId = await this.posts.findId(ref);
    if (!postId) throw new PostNotFound();
    if (cursor !== undefined && !/^r\d{1,9}$/.test(cursor)) {
      throw InvalidInput.at('?cursor', 'Take the cursor from nextCursor of the page before.');
    }
    const before = cursor ? Number(cursor.slice(1)) : null;
    const rows = await this.posts.listRevisions(postId, limit + 1, before);
    // Every post has a revision; an id may be of none.
    if (rows.length === 0 && before === null) throw new PostNotFound();
    const { items, more } = fittingPage(rows, limit);
    return {
      items: items.map(({ revision, title, summary, body, html, createdAt }) => ({
        revision,
        title,
        summary,
        body,
        html,
        createdAt,
      })),
      nextCursor: more ? `r${items.at(-1)!.revision}` : null,
    };
  }
}
