import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

/** A comment that an erasure affects. */
export interface OwnComment {
  id: string;
  postId: string;
}

@Injectable()
export class CommentErasureRepository {
  constructor(private readonly database: Database) {}

  /**
   * The next comments of an author whose text is to be deleted, by post. Deleted comments have no
   * text.
   * @param published whether published comments are deleted, too
   * @param after the last comment of the previous piece
   */
  async list(
    authorId: string,
    published: boolean,
    after: OwnComment,
    limit: number,
  ): Promise<OwnComment[]> {
    return this.database.query<OwnComment>({
      name: 'comment_erasure_list',
      text: `select id, post_id as "postId" from comments
             where author_id = $1 and (post_id, id) > ($3, $4)
               and (status in ('held', 'removed') or ($2 and status = 'published'))
             order by post_id, id limit $5`,
      values: [authorId, published, after.postId, after.id, limit],
    });
  }
}
