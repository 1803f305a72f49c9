import { Injectable } from '@nestjs/common';
import type { Act } from '../../acts/acts.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import type { CommentEntity } from '../shape/comment.entity.js';
import { CommentMovesRepository, type Moving } from './comment-moves.repository.js';
import { CommentTransitions } from './comment-transitions.js';

/** The target of a moved branch. */
export interface BranchPlace {
  postId: string;
  /** The new parent; null moves it to the top level. */
  parent: Pick<CommentEntity, 'id' | 'rootId' | 'depth' | 'lockCount'> | null;
  pinned: boolean;
}

/**
 * Moves a comment with all replies below it to another post. Updates the counts of both posts, and
 * makes readers of both load their thread again. The caller has locked the heads of both, and has
 * read the comment under these locks.
 */
@Injectable()
export class BranchMoves {
  constructor(
    private readonly moves: CommentMovesRepository,
    private readonly transitions: CommentTransitions,
    private readonly log: EventLogRepository,
  ) {}

  /** @throws TooManyToMove */
  async move(act: Act, comment: CommentEntity, { postId, parent, pinned }: BranchPlace) {
    const branch: Moving = { what: 'branch', id: comment.id };
    const { id, postId: from, parentId, listed } = comment;
    await this.moves.lock(act, branch, from);
    if (listed) await this.transitions.carryUp(act, parentId, -1);
    const published = await this.moves.move(act, branch, from, postId, {
      rootId: parent?.rootId ?? id,
      depth: (parent ? parent.depth + 1 : 0) - comment.depth,
      lockCount: (parent?.lockCount ?? 0) + Number(comment.locked) - comment.lockCount,
    });
    await this.moves.attach(act, { id, postId, parentId: parent?.id ?? null, pinned });
    if (listed && parent) await this.transitions.carryUp(act, parent.id, 1);
    await this.log.append(act, from, [{ type: 'thread.replaced' }], -published);
    await this.log.append(act, postId, [{ type: 'thread.replaced' }], published);
  }
}
