import { Injectable } from '@nestjs/common';
import { PostNotFound } from '../../posts/posts.errors.js';
import { PostsRepository } from '../../posts/posts.repository.js';
import { CommentNotFound } from '../shape/comments.errors.js';
import type { ForeignIdQuery, ForeignIdView } from './foreign-ids.dto.js';
import { ForeignIdsRepository } from './foreign-ids.repository.js';

/** Old links to imported comments, such as `#comment-123`, find them under their new ids. */
@Injectable()
export class ForeignIdsService {
  constructor(
    private readonly foreignIds: ForeignIdsRepository,
    private readonly posts: PostsRepository,
  ) {}

  /** @throws CommentNotFound for hidden and absent alike */
  async resolve(postRef: string, { id, source }: ForeignIdQuery): Promise<ForeignIdView> {
    const post = await this.posts.find(postRef);
    if (!post) throw new PostNotFound();
    const found = await this.foreignIds.find(post.id, id, source ?? null);
    if (found === null) throw new CommentNotFound();
    return { id: found };
  }
}
