import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../../acts/acts.js';
import type { Asker } from '../../users/viewer/asker.js';
import { TooManyToMove } from '../../comments/shape/comments.errors.js';
import {
  CommentMovesRepository,
  MOST_MOVED,
} from '../../comments/status/comment-moves.repository.js';
import { SubscriptionsRepository } from '../../comments/read-state/subscriptions.repository.js';
import { EndedCommentsRepository } from '../../comments/status/ended-comments.repository.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import { type Answer, created, nothing } from '../../input/answer.js';
import {
  type BeforeEnding,
  PostEndingsRepository,
} from '../../posts/endings/post-endings.repository.js';
import type { PostView } from '../../posts/shape/posts.dto.js';
import { PostNotFound } from '../../posts/shape/posts.errors.js';
import { PostUrlsRepository } from '../../posts/shape/post-urls.repository.js';
import { PostsRepository } from '../../posts/shape/posts.repository.js';
import { InvalidInput, TemporarilyUnavailable } from '../../problems/general.errors.js';
import { normalisePageUrl } from '../../text/plain/page-url.js';
import { Authority } from '../../users/accounts/authority.js';
import type { Member } from '../../users/viewer/viewer.js';
import { DecisionAccessService } from '../access/decision-access.service.js';
import { CommentMarksRepository } from '../../comments/status/comment-marks.repository.js';
import type { Interest } from '../access/decision-access.repository.js';
import {
  DecisionsRepository,
  type MadeDecision,
  type NewDecision,
} from '../log/decisions.repository.js';
import { QueueItemsRepository } from '../queue/queue-items.repository.js';
import { VersionConflict } from '../terms/moderation.errors.js';
import { refusingTwins } from './branch-moves.service.js';
import type { MergePostDto, PostDecisionView } from './decisions.dto.js';
import type { Reversal } from './reversal.js';

/** The data that an undo of a merge restores. */
interface BeforeMerge extends BeforeEnding {
  into: string;
  urls: string[];
  /** Posts that were merged into the post that is merged now. */
  redirected: string[];
  /** Comments that were unpinned, because the target post had too many pinned ones. */
  unpinned?: string[];
}

/** Deletes posts, and merges them into others. */
@Injectable()
export class PostEndingsService {
  constructor(
    private readonly access: DecisionAccessService,
    private readonly decisions: DecisionsRepository,
    private readonly views: PostsRepository,
    private readonly endings: PostEndingsRepository,
    private readonly urls: PostUrlsRepository,
    private readonly comments: EndedCommentsRepository,
    private readonly moves: CommentMovesRepository,
    private readonly marks: CommentMarksRepository,
    private readonly subscriptions: SubscriptionsRepository,
    private readonly queue: QueueItemsRepository,
    private readonly log: EventLogRepository,
    private readonly authority: Authority,
    private readonly acts: Acts,
  ) {}

  /** Its comments are kept for the number of days that retention defines. */
  async delete(member: Asker, ref: string): Promise<Answer<void>> {
    const post = await this.views.find(ref);
    if (!post) return this.acts.refuse(member.idempotencyKey, new PostNotFound());
    const { id } = post;
    return this.acts.once(member.idempotencyKey, async (act) => {
      const { ties, locked, listed } = await this.lock(act, member, id);
      await this.comments.note(act, id);
      await this.endings.end(act, id, null);
      await this.comments.noteSeen(act, id);
      await this.comments.carrySeen(act, id);
      await this.queue.closeOfPost(act, id);
      await this.log.append(act, id, [{ type: 'post.deleted' }]);
      await this.write(act, member, id, 'delete', { ties, before: { locked, listed } });
      return nothing;
    });
  }

  /**
   * @throws DecisionDoesNotFit when both have the same imported comments
   * @throws TooManyToMove
   */
  async merge(member: Asker, ref: string, input: MergePostDto): Promise<Answer<PostDecisionView>> {
    const post = await this.views.find(ref);
    if (!post) return this.acts.refuse(member.idempotencyKey, new PostNotFound());
    const target = await this.views.find(input.into);
    if (!target || target.id === post.id) {
      const refusal = InvalidInput.at('/into', 'Give the id or slug of another post.');
      return this.acts.refuse(member.idempotencyKey, refusal);
    }
    return refusingTwins(() =>
      this.acts.once(member.idempotencyKey, async (act) => {
        const [id, into] = [post.id, target.id];
        await this.log.lockAll(act, [id, into]);
        const { ties, locked, listed, commentCount } = await this.lock(act, member, id);
        if (!(await this.views.find(into, act))) throw new VersionConflict();
        // Checked before any write to a thread that is much too long.
        if (commentCount > MOST_MOVED) throw new TooManyToMove(MOST_MOVED);
        await this.comments.note(act, id);
        await this.moveComments(act, id, id, into);
        await this.subscriptions.carryOver(act, id, into);
        const unpinned = await this.marks.unpinExcess(act, into, id);
        const urls = await this.endings.moveUrls(act, id, into, null);
        const redirected = await this.endings.redirect(act, id, into, null);
        await this.endings.end(act, id, into);
        const before: BeforeMerge = { locked, listed, into, urls, redirected, unpinned };
        const { note } = input;
        const decision = await this.write(act, member, id, 'merge', { ties, before, note });
        return created({ decision, post: (await this.views.find(into, act))! });
      }),
    );
  }

  /**
   * The heads of the post, and of the post that it was merged into, are locked. Open items of the
   * post are reopened, and the permission of the member is checked for them.
   * @throws what `DecisionAccessService.authorise` does
   * @throws VersionConflict when the post has not ended in this way, or its comments were deleted
   */
  async putBack(
    act: Act,
    member: Member,
    { postId, action, before }: MadeDecision,
  ): Promise<Reversal> {
    const id = postId!;
    const ending = await this.endings.find(id, act);
    if (!ending || !(await this.comments.keep(act, id))) throw new VersionConflict();
    if (action === 'merge') {
      await this.separate(act, id, before as BeforeMerge);
      await this.comments.forget(act, id);
    } else {
      if (ending.into !== null) throw new VersionConflict();
      await this.comments.noteSeen(act, id);
      await this.queue.reopenOfPost(act, id, ending.goneAt);
      await this.log.append(act, id, [{ type: 'thread.replaced' }]);
    }
    await this.endings.restore(act, id, before as BeforeEnding);
    if (action === 'delete') await this.comments.carrySeen(act, id);
    await this.dropLostUrl(act, id);
    const { ties } = await this.access.authoriseOnPost(act, member, id);
    return { ties, post: await this.views.find(id, act) };
  }

  private async separate(act: Act, id: string, before: BeforeMerge): Promise<void> {
    const { into, urls, redirected, unpinned = [] } = before;
    const ending = await this.endings.find(id, act);
    if (ending?.into !== into || !(await this.views.find(into, act))) throw new VersionConflict();
    await this.moveComments(act, id, into, id);
    await this.subscriptions.carryBack(act, id, into);
    await this.marks.pinAgain(act, id, unpinned);
    await this.endings.moveUrls(act, into, id, urls);
    await this.endings.redirect(act, into, id, redirected);
  }

  /** Another post may have taken the URL meanwhile. */
  private async dropLostUrl(act: Act, id: string): Promise<void> {
    const { key, url } = (await this.views.find(id, act))!;
    // A post with a key is found by the key, and may share its URL.
    if (url === null || key !== null || (await this.urls.has(act, id, normalisePageUrl(url)!)))
      return;
    await this.views.update(act, id, { url: null });
  }

  private async moveComments(act: Act, ended: string, from: string, to: string): Promise<void> {
    const moving = { what: 'ended post', id: ended } as const;
    await this.moves.lock(act, moving, from);
    const published = await this.moves.move(act, moving, from, to);
    await this.log.append(act, from, [{ type: 'thread.replaced' }], -published);
    await this.log.append(act, to, [{ type: 'thread.replaced' }], published);
  }

  private async lock(act: Act, member: Member, id: string): Promise<PostView & Interest> {
    await this.log.lock(act, id);
    const now = await this.authority.confirm(act, member, 'staff');
    const post = await this.views.find(id, act);
    if (!post) throw new PostNotFound();
    // The undo of its deletion is in progress, which takes minutes for a very large number of
    // comments.
    if (await this.comments.isMoving(act, id)) throw new TemporarilyUnavailable();
    return { ...post, ...(await this.access.authoriseOnPost(act, now, id)) };
  }

  private write(
    act: Act,
    { id: moderatorId }: Member,
    postId: string,
    action: 'delete' | 'merge',
    { before, ...grounds }: Pick<NewDecision, 'ties' | 'note'> & { before: BeforeEnding },
  ) {
    const decision = { subject: 'post', postId, moderatorId, action, ...grounds } as const;
    return this.decisions.insert(act, { ...decision, before });
  }
}
