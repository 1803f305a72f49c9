import { Injectable } from '@nestjs/common';
import { decodeNumberCursor, pageOf } from '../../database/keyset.js';
import type { PageQuery } from '../../input/paging.js';
import type { PostRevisionListView } from '../shape/posts.dto.js';
import { PostNotFound } from '../shape/posts.errors.js';
import { PostsRepository } from '../shape/posts.repository.js';

const ORDER = 'r';

/** The former texts of a post. */
@Injectable()
export class PostHistoryService {
  constructor(private readonly posts: PostsRepository) {}

  /** The newest first. */
  async list(ref: string, { limit = 20, cursor }: PageQuery): Promise<PostRevisionListView> {
    const post = await this.posts.find(ref);
    if (!post) throw new PostNotFound();
    const before = cursor === undefined ? null : decodeNumberCursor(ORDER, cursor);
    const rows = await this.posts.listRevisions(post.id, limit + 1, before);
    return pageOf(rows, limit, ({ revision }) => `${ORDER}${revision}`);
  }
}
