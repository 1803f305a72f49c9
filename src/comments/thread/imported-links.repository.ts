import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

@Injectable()
export class ImportedLinksRepository {
  constructor(private readonly database: Database) {}

  /** The public comment with this foreign id; of two from different systems the older one. */
  async find(postId: string, foreignId: string, source: string | null): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>({
      name: 'comments_by_foreign_id',
      text: `select id from comments
             where post_id = $1 and foreign_id = $2 and source is not null and listed
               and coalesce($3, source) in (source, split_part(source, ' ', 1))
             order by id limit 1`,
      values: [postId, foreignId, source],
    });
    return row?.id ?? null;
  }
}
