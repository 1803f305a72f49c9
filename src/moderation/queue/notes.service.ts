import { Injectable } from '@nestjs/common';
import type { PageQuery } from '../../input/paging.js';
import { CommentNotFound } from '../../comments/shape/comments.errors.js';
import { CommentsRepository } from '../../comments/shape/comments.repository.js';
import { newestFirst } from '../../database/keyset.js';
import { Acts } from '../../acts/acts.js';
import { type Answer, created } from '../../input/answer.js';
import type { Asker } from '../../users/viewer/asker.js';
import { Authority } from '../../users/accounts/authority.js';
import type { AddNoteDto, NoteListView, NoteView } from './notes.dto.js';
import { NotesRepository } from './notes.repository.js';
import { QueueItemsRepository } from './queue-items.repository.js';

const ORDER = 'o';

/** Notes of moderators on comments. Only moderators can read them. */
@Injectable()
export class NotesService {
  constructor(
    private readonly notes: NotesRepository,
    private readonly comments: CommentsRepository,
    private readonly items: QueueItemsRepository,
    private readonly authority: Authority,
    private readonly acts: Acts,
  ) {}

  /** @throws CommentNotFound */
  async add(member: Asker, commentId: string, { body }: AddNoteDto): Promise<Answer<NoteView>> {
    return this.acts.once(member.idempotencyKey, async (act) => {
      const note = await this.notes.insert(act, { commentId, authorId: member.id, body });
      if (!note) throw new CommentNotFound();
      await this.authority.confirm(act, member, 'staff');
      const item = await this.items.findOpen(commentId, act);
      if (item) await this.items.signal(act, item, 'noted', member.id);
      return created(note);
    });
  }

  /** @throws CommentNotFound */
  async list(commentId: string, query: PageQuery): Promise<NoteListView> {
    await this.comments.getPostId(commentId);
    return newestFirst(ORDER, query, (limit, before) => this.notes.list(commentId, limit, before));
  }
}
