import { Injectable } from '@nestjs/common';
import type { Act } from '../../acts/acts.js';
import type { PostView } from '../../posts/posts.dto.js';
import { PostsRepository } from '../../posts/posts.repository.js';
import { PostsService } from '../../posts/posts.service.js';
import { Authority } from '../../users/authority.js';
import type { Member } from '../../users/viewer.js';
import type { MadeDecision } from '../log/decisions.repository.js';
import { VersionConflict } from '../terms/moderation.errors.js';

/** Taking the locking or unlocking of a discussion back. */
@Injectable()
export class UndoPost {
  constructor(
    private readonly posts: PostsService,
    private readonly views: PostsRepository,
    private readonly authority: Authority,
  ) {}

  /** @throws VersionConflict when it is not so any more */
  async prepare(
    act: Act,
    member: Member,
    { postId, action }: MadeDecision,
  ): Promise<() => Promise<PostView>> {
    await this.authority.confirm(act, member, 'staff');
    const before = (await this.views.find(postId!, act))!;
    const locked = action === 'lock';
    if (before.locked !== locked) throw new VersionConflict();
    return async () => {
      await this.posts.setLocked(act, before, !locked);
      return (await this.views.find(postId!, act))!;
    };
  }
}
