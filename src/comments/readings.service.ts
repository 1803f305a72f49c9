import { Injectable } from '@nestjs/common';
import { Acts } from '../events/acts.js';
import { type Answer, done } from '../events/answer.js';
import type { Intent } from '../events/intent.js';
import { PostNotFound } from '../posts/posts.errors.js';
import { PostsRepository, type PostTerms } from '../posts/posts.repository.js';
import { judge } from '../screening/screening.js';
import { isModerator, type Member, type Viewer } from '../users/viewer.js';
import type { PostViewerView, ReadingView } from './readings.dto.js';
import { ReadingsRepository } from './readings.repository.js';

/** What of a post depends on who looks at it, apart from the page, which is the same for everyone. */
@Injectable()
export class ReadingsService {
  constructor(
    private readonly readings: ReadingsRepository,
    private readonly posts: PostsRepository,
    private readonly acts: Acts,
  ) {}

  async get(viewer: Viewer, postRef: string): Promise<PostViewerView> {
    const [postId, terms] = await this.getTerms(postRef);
    if (!viewer) {
      const permissions = { comment: false, vote: false, moderate: false };
      return { votes: [], held: [], permissions, lastSeenSeq: 0 };
    }
    const [votes, held, lastSeenSeq] = await Promise.all([
      this.readings.listVotes(viewer.id, postId),
      this.readings.listHeld(viewer.id, postId),
      this.readings.findSeen(viewer.id, postId),
    ]);
    const open = judge({ author: viewer, post: terms }).outcome !== 'refuse';
    return {
      votes,
      held,
      permissions: { comment: open, vote: open, moderate: isModerator(viewer) },
      lastSeenSeq,
    };
  }

  async setSeen(
    member: Member,
    postRef: string,
    seq: number,
    intent: Intent | null,
  ): Promise<Answer> {
    const [postId] = await this.getTerms(postRef);
    return this.acts.once(intent, async (act) =>
      done({
        lastSeenSeq: await this.readings.setSeen(act, member.id, postId, seq),
      } satisfies ReadingView),
    );
  }

  private async getTerms(postRef: string): Promise<[string, PostTerms]> {
    const postId = await this.posts.findId(postRef);
    const terms = postId && (await this.posts.findTerms(postId));
    if (!terms) throw new PostNotFound();
    return [postId, terms];
  }
}
