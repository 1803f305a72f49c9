import { Injectable } from '@nestjs/common';
import type { Act } from '../../acts/acts.js';
import { PostsRepository } from '../../posts/posts.repository.js';
import { PostsService } from '../../posts/posts.service.js';
import { Authority } from '../../users/authority.js';
import type { Member } from '../../users/viewer.js';
import type { MadeDecision } from '../log/decisions.repository.js';
import type { Reversal, Reverser } from './reversal.js';
import { VersionConflict } from '../terms/moderation.errors.js';

/** Taking the locking or unlocking of a discussion back. */
@Injectable()
export class UndoPost implements Reverser {
  constructor(
    private readonly posts: PostsService,
    private readonly views: PostsRepository,
    private readonly authority: Authority,
  ) {}

  /** @throws VersionConflict when it is not so any more */
  async prepare(act: Act, member: Member, { postId, action }: MadeDecision): Promise<Reversal> {
    await this.authority.confirm(act, member, 'staff');
    const before = (await this.views.find(postId!, act))!;
    const locked = action === 'lock';
    if (before.locked !== locked) throw new VersionConflict();
    const putBack = async () => {
      await this.posts.setLocked(act, before, !locked);
      return { post: await this.views.find(postId!, act) };
    };
    return { putBack };
  }
}
