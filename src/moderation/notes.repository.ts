import { Injectable } from '@nestjs/common';
import { instantSql, userSql } from '../comments/comment-json.js';
import { Database, type Tx } from '../database/database.js';
import { newId } from '../database/ids.js';
import type { NoteView } from './notes.dto.js';

const VIEW = `n.id, n.comment_id as "commentId", ${userSql('u')} as by, n.body,
  ${instantSql('n.created_at')} as "createdAt"`;

/** Moderators' notes on comments. */
@Injectable()
export class NotesRepository {
  constructor(private readonly database: Database) {}

  async insert(
    tx: Tx,
    note: { commentId: string; authorId: string; body: string },
  ): Promise<NoteView> {
    const [view] = await tx.query<NoteView>({
      name: 'notes_insert',
      text: `with n as (
               insert into comment_notes (id, comment_id, author_id, body) values ($1, $2, $3, $4) returning *
             )
             select ${VIEW} from n join users u on u.id = n.author_id`,
      values: [newId(), note.commentId, note.authorId, note.body],
    });
    return view;
  }

  /** The newest first; `beforeId` is the last one of the page before. */
  async list(commentId: string, limit: number, beforeId: string | null): Promise<NoteView[]> {
    return this.database.query<NoteView>({
      name: 'notes_list',
      text: `select ${VIEW} from comment_notes n join users u on u.id = n.author_id
             where n.comment_id = $1 and n.id < coalesce($3, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
             order by n.id desc limit $2`,
      values: [commentId, limit, beforeId],
    });
  }

  /** Those of all comments, the newest first. */
  async listSince(sinceId: string, limit: number): Promise<NoteView[]> {
    return this.database.query<NoteView>({
      name: 'notes_since',
      text: `select ${VIEW} from comment_notes n join users u on u.id = n.author_id
             where n.id >= $1 order by n.id desc limit $2`,
      values: [sinceId, limit],
    });
  }
}
