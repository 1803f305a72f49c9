import { Injectable } from '@nestjs/common';
import type { Act } from '../../acts/acts.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import type { CommentEntity } from '../shape/comment.entity.js';
import { CommentMovesRepository, type Moving } from './comment-moves.repository.js';
import { CommentTransitions } from './comment-transitions.js';

/** The target of a moved branch. */
export interface BranchPlace {
  postId: string;
  /** The comment that it answers there; null puts it at the top. */
  parent: Pick<CommentEntity, 'id' | 'rootId' | 'depth' | 'lockCount'> | null;
  pinned: boolean;
}

/**
 * Takes a comment with all below it into another post: the counts of both follow, and readers of both load
 * their thread again. The caller holds the heads of both, and has read the comment under them.
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
