import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { Acts } from '../../acts/acts.js';
import { type Answer, done } from '../../input/answer.js';
import type { Asker } from '../../users/viewer/asker.js';
import { PostNotFound } from '../../posts/shape/posts.errors.js';
import { PostsRepository, type PostTerms } from '../../posts/shape/posts.repository.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import { isModerator, type Member, type Viewer } from '../../users/viewer/viewer.js';
import type {
  PostViewerView,
  ReadingView,
  SubscriptionLevel,
  SubscriptionView,
} from './read-state.dto.js';
import { TooManyFollowed } from '../shape/comments.errors.js';
import { ReadStateRepository } from './read-state.repository.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';
import { permissionsOn } from '../../posts/shape/post-permissions.js';

/** The most posts for which an account can set a notification level. */
const MOST_FOLLOWED = 5_000;

/** The part of a post that depends on the viewer. Pages of the thread are the same for everyone. */
@Injectable()
export class ReadStateService {
  constructor(
    private readonly config: AppConfig,
    private readonly readState: ReadStateRepository,
    private readonly subscriptions: SubscriptionsRepository,
    private readonly posts: PostsRepository,
    private readonly users: UsersRepository,
    private readonly acts: Acts,
  ) {}

  async get(viewer: Viewer, postRef: string): Promise<PostViewerView> {
    const [postId, terms] = await this.getTerms(postRef);
    const slowMode = { seconds: terms.slowModeSeconds, until: null };
    const permissions = permissionsOn(terms, viewer);
    const nothing = { votes: [], held: [], removed: [], credits: [], lastSeenSeq: 0 };
    if (!viewer) return { ...nothing, subscription: null, permissions, slowMode };
    const { readState } = this;
    const [votes, held, removed, credits, until, choices] = await Promise.all([
      readState.listVotes(viewer.id, postId),
      readState.listHeld(viewer.id, postId),
      readState.listRemoved(viewer.id, postId),
      readState.listCredits(viewer.id, postId),
      this.findPace(viewer, postId, terms),
      readState.findChoices(viewer.id, postId),
    ]);
    const own = { votes, held, removed, credits, ...choices };
    return { ...own, permissions, slowMode: { ...slowMode, until } };
  }

  async setSeen(member: Asker, postRef: string, seq: number): Promise<Answer<ReadingView>> {
    const [postId] = await this.getTerms(postRef);
    return this.acts.once(member.idempotencyKey, async (act) =>
      done({
        lastSeenSeq: await this.readState.setSeen(act, member.id, postId, seq),
      } satisfies ReadingView),
    );
  }

  /**
   * Sets the notification level of a post.
   * @throws TooManyFollowed
   */
  async subscribe(
    member: Asker,
    postRef: string,
    level: SubscriptionLevel,
  ): Promise<Answer<SubscriptionView>> {
    const [postId] = await this.getTerms(postRef);
    return this.acts.once(member.idempotencyKey, async (act) => {
      await this.users.lock(act, member.id);
      const isSet = await this.subscriptions.set(act, member.id, postId, level, MOST_FOLLOWED);
      if (!isSet) throw new TooManyFollowed(MOST_FOLLOWED);
      return done({ level } satisfies SubscriptionView);
    });
  }

  private async findPace(
    viewer: Member,
    postId: string,
    { slowModeSeconds }: PostTerms,
  ): Promise<string | null> {
    if (slowModeSeconds === 0 || isModerator(viewer) || !this.config.rateLimits) return null;
    return this.readState.findPace(viewer.id, postId, slowModeSeconds);
  }

  private async getTerms(postRef: string): Promise<[string, PostTerms]> {
    const postId = await this.posts.findId(postRef);
    if (!postId) throw new PostNotFound();
    return [postId, await this.posts.getTerms(postId)];
  }
}
