import { Injectable } from '@nestjs/common';
import { postIsThere } from '../../comments/shape/visibility.js';
import { instantSql } from '../../database/json-text.js';
import { userSql } from '../../users/accounts/user-json.sql.js';
import { Database, type Tx } from '../../database/database.js';
import { newId } from '../../database/ids.js';
import type { NoteView } from './notes.dto.js';

const VIEW = `n.id, n.comment_id as "commentId", ${userSql('u')} as by, n.body,
  ${instantSql('n.created_at')} as "createdAt"`;

/** Moderators' notes on comments. */
@Injectable()
export class NotesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Waits for a deletion that is in progress.
   * @returns null when the comment or its post was deleted
   */
  async insert(
    tx: Tx,
    note: { commentId: string; authorId: string; body: string },
  ): Promise<NoteView | null> {
    return tx.first<NoteView>({
      name: 'notes_insert',
      text: `with n as (
               insert into comment_notes (id, comment_id, author_id, body)
               select $1::uuid, c.id, $3::uuid, $4 from comments c
               where c.id = $2 and ${postIsThere('c')} for key share of c
               returning *
             )
             select ${VIEW} from n join users u on u.id = n.author_id`,
      values: [newId(), note.commentId, note.authorId, note.body],
    });
  }

  /** Newest first; `beforeId` is the last note of the previous page. */
  list(commentId: string, limit: number, beforeId: string): Promise<NoteView[]> {
    return this.newest('notes_list', 'n.comment_id = $2 and n.id < $3', [
      limit,
      commentId,
      beforeId,
    ]);
  }

  /** The notes on all comments, newest first. */
  listSince(sinceId: string, limit: number): Promise<NoteView[]> {
    return this.newest('notes_since', 'n.id >= $2', [limit, sinceId]);
  }

  private newest(name: string, which: string, values: unknown[]): Promise<NoteView[]> {
    return this.database.query<NoteView>({
      name,
      text: `select ${VIEW} from comment_notes n join users u on u.id = n.author_id
             where ${which} order by n.id desc limit $1`,
      values,
    });
  }
}
