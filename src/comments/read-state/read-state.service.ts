import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { Acts } from '../../acts/acts.js';
import { type Answer, done } from '../../input/answer.js';
import type { Intent } from '../../acts/intent.js';
import { PostNotFound } from '../../posts/posts.errors.js';
import { PostsRepository, type PostTerms } from '../../posts/posts.repository.js';
import { isModerator, type Member, type Viewer } from '../../users/viewer.js';
import type { PostViewerView, ReadingView, SlowModeView } from './read-state.dto.js';
import { ReadStateRepository } from './read-state.repository.js';
import { permissionsOn } from '../../posts/post-permissions.js';

/** What of a post depends on who looks at it, apart from the page, which is the same for everyone. */
@Injectable()
export class ReadStateService {
  constructor(
    private readonly config: AppConfig,
    private readonly readState: ReadStateRepository,
    private readonly posts: PostsRepository,
    private readonly acts: Acts,
  ) {}

  async get(viewer: Viewer, postRef: string): Promise<PostViewerView> {
    const [postId, terms] = await this.getTerms(postRef);
    if (!viewer) {
      const slowMode = { seconds: terms.slowModeSeconds, until: null };
      return {
        votes: [],
        held: [],
        removed: [],
        credits: [],
        permissions: permissionsOn(terms, viewer),
        slowMode,
        lastSeenSeq: 0,
      };
    }
    const [votes, held, removed, credits, slowMode, lastSeenSeq] = await Promise.all([
      this.readState.listVotes(viewer.id, postId),
      this.readState.listHeld(viewer.id, postId),
      this.readState.listRemoved(viewer.id, postId),
      this.readState.listCredits(viewer.id, postId),
      this.getPace(viewer, postId, terms),
      this.readState.findSeen(viewer.id, postId),
    ]);
    return {
      votes,
      held,
      removed,
      credits,
      permissions: permissionsOn(terms, viewer),
      slowMode,
      lastSeenSeq,
    };
  }

  async setSeen(
    member: Member,
    postRef: string,
    seq: number,
    intent: Intent | null,
  ): Promise<Answer<ReadingView>> {
    const [postId] = await this.getTerms(postRef);
    return this.acts.once(intent, async (act) =>
      done({
        lastSeenSeq: await this.readState.setSeen(act, member.id, postId, seq),
      } satisfies ReadingView),
    );
  }

  private async getPace(
    viewer: Member,
    postId: string,
    { slowModeSeconds: seconds }: PostTerms,
  ): Promise<SlowModeView> {
    if (seconds === 0 || isModerator(viewer) || !this.config.rateLimits)
      return { seconds, until: null };
    return { seconds, until: await this.readState.findPace(viewer.id, postId, seconds) };
  }

  private async getTerms(postRef: string): Promise<[string, PostTerms]> {
    const postId = await this.posts.findId(postRef);
    const terms = postId && (await this.posts.findTerms(postId));
    if (!terms) throw new PostNotFound();
    return [postId, terms];
  }
}
