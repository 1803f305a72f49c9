import { Injectable } from '@nestjs/common';
import type { Queryable } from '../../database/database.js';
import { type Act, Acts } from '../../acts/acts.js';
import { type Answer, created } from '../../input/answer.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import type { Asker } from '../../users/viewer/asker.js';
import { PostNotFound } from '../../posts/shape/posts.errors.js';
import { PostEndingsService } from './post-endings.service.js';
import { PostsRepository } from '../../posts/shape/posts.repository.js';
import { PostsService } from '../../posts/writing/posts.service.js';
import { Authority } from '../../users/accounts/authority.js';
import type { Member } from '../../users/viewer/viewer.js';
import type { DecidePostDto, PostDecisionView } from './decisions.dto.js';
import { DecisionsRepository, type MadeDecision } from '../log/decisions.repository.js';
import type { Reversal, Reverser } from './reversal.js';
import { DecisionDoesNotFit, VersionConflict } from '../terms/moderation.errors.js';

/** Decisions on discussions, and their reversal. */
@Injectable()
export class PostDecisionsService implements Reverser {
  constructor(
    private readonly decisions: DecisionsRepository,
    private readonly posts: PostsService,
    private readonly views: PostsRepository,
    private readonly log: EventLogRepository,
    private readonly authority: Authority,
    private readonly acts: Acts,
    private readonly endings: PostEndingsService,
  ) {}

  /** @throws DecisionDoesNotFit when the post is in that state already */
  async decide(
    member: Asker,
    ref: string,
    input: DecidePostDto,
  ): Promise<Answer<PostDecisionView>> {
    const post = await this.views.find(ref);
    if (!post) return this.acts.refuse(member.idempotencyKey, new PostNotFound());
    const postId = post.id;
    const locked = input.action === 'lock';
    const ask = async (from: Queryable) => {
      const before = await this.views.find(postId, from);
      if (!before) throw new PostNotFound();
      if (before.locked === locked)
        throw new DecisionDoesNotFit(
          'Only an unlocked discussion can be locked, and only a locked one unlocked.',
        );
      return before;
    };
    const work = async (act: Act) => {
      await this.log.lock(act, postId);
      await this.authority.confirm(act, member, 'staff');
      await this.posts.setLocked(act, await ask(act), locked);
      const decision = await this.decisions.insert(act, {
        ...input,
        subject: 'post',
        postId,
        moderatorId: member.id,
      });
      return created({ decision, post: (await this.views.find(postId, act))! });
    };
    return this.acts.once(member.idempotencyKey, work, ask);
  }

  /** @throws VersionConflict when the post is no longer in that state */
  async putBack(act: Act, member: Member, made: MadeDecision): Promise<Reversal> {
    const now = await this.authority.confirm(act, member, 'staff');
    const { postId, action } = made;
    if (action === 'delete' || action === 'merge') return this.endings.putBack(act, now, made);
    const before = await this.views.find(postId!, act);
    if (!before) throw new VersionConflict();
    const locked = action === 'lock';
    if (before.locked !== locked) throw new VersionConflict();
    await this.posts.setLocked(act, before, !locked);
    return { post: await this.views.find(postId!, act) };
  }
}
