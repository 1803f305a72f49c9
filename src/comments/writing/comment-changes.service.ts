import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { BOUNDS } from '../../auth/limits/bounds.js';
import type { Tx } from '../../database/database.js';
import { AppConfig } from '../../config/app-config.js';
import { type Act, Acts } from '../../acts/acts.js';
import { type Answer, done, nothing } from '../../input/answer.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import type { Asker } from '../../users/viewer/asker.js';
import type { Gone } from '../../input/fair-queue.js';
import { LongTextPool } from '../../posts/texts/long-text-pool.js';
import { TooManyEdits } from '../../posts/shape/posts.errors.js';
import { PostsRepository, type PostTerms } from '../../posts/shape/posts.repository.js';
import { judge, stillHeld, type Verdict } from '../../screening/screening-rules.js';
import { RENDERER_VERSION } from '../../text/markdown/markdown.js';
import { Settings } from '../../settings/settings.js';
import { Authority } from '../../users/accounts/authority.js';
import type { Member } from '../../users/viewer/viewer.js';
import { CommentTransitions } from '../status/comment-transitions.js';
import { ThreadLocks } from '../status/thread-locks.js';
import { CommentEntity } from '../shape/comment.entity.js';
import type { EditCommentDto, SingleCommentView } from '../shape/comments.dto.js';
import type { QuoteDto } from '../shape/quotes.dto.js';
import {
  CommentNotFound,
  EditsTooFast,
  NotYourComment,
  REFUSALS,
} from '../shape/comments.errors.js';
import { CommentsRepository } from '../shape/comments.repository.js';
import { QuotesService } from '../status/quotes.service.js';
import { audienceOf } from '../shape/visibility.js';
import {
  assertDeletable,
  assertEditable,
  isHeldGuest,
  TRACELESS_DELETE_MS,
} from '../shape/comment-permissions.js';

/** Every former text is kept, because quotes and reports refer to it. */
const MAX_EDITS = BOUNDS['edits of a comment'].most;
const EDITS_A_MINUTE = BOUNDS['edit pace'].most;
const SILENT_EDIT_MS = 5 * 60_000;

/** Edits and deletions of comments by their authors. */
@Injectable()
export class CommentChangesService {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly threads: ThreadLocks,
    private readonly transitions: CommentTransitions,
    private readonly posts: PostsRepository,
    private readonly authority: Authority,
    private readonly log: EventLogRepository,
    private readonly acts: Acts,
    private readonly quotes: QuotesService,
    private readonly long: LongTextPool,
    private readonly config: AppConfig,
    private readonly settings: Settings,
  ) {}

  /** @param version from `If-Match`; the edit is refused if the text has changed since */
  async edit(
    member: Asker,
    id: string,
    version: number,
    input: EditCommentDto,
    gone?: Gone,
  ): Promise<Answer<SingleCommentView>> {
    let html = '';
    const ask = async (tx: Tx) => {
      const comment = await this.getOwn(tx, member, id);
      assertEditable(comment, version);
      return comment;
    };
    // A text is rendered only for authors who may write it.
    const prepare = async (tx: Tx) => {
      await ask(tx);
      html = await this.long.renderShown(input.body, '/body', gone);
    };
    const work = async (act: Act) => {
      const terms = await this.posts.getTerms(await this.threads.lock(act, id), act);
      const comment = await ask(act);
      const verdict = await this.screen(act, member, terms);
      const given = input.quotes?.map((quote) => ({ ...quote }));
      const kept = given === undefined || isDeepStrictEqual(given, comment.quotes);
      const quotes = kept ? comment.quotes : await this.quotes.check(comment.postId, given, act);
      if (input.body !== comment.body || !isDeepStrictEqual(quotes, comment.quotes))
        await this.rewrite(act, comment, { body: input.body, html, quotes }, terms, verdict);
      return done((await this.comments.findView(id, audienceOf(member), act))!);
    };
    return this.acts.once(member.idempotencyKey, work, prepare);
  }

  /** Deleting a deleted comment changes nothing. */
  async delete(member: Asker, id: string): Promise<Answer<void>> {
    const ask = async (tx: Tx) => {
      const comment = await this.getOwn(tx, member, id);
      assertDeletable(comment);
      return comment;
    };
    const work = async (act: Act) => {
      const terms = await this.posts.getTerms(await this.threads.lock(act, id), act);
      const comment = await ask(act);
      await this.authority.confirm(act, member, 'signed-in');
      if (comment.status === 'deleted') return nothing;
      const young = Date.now() - comment.createdAt.getTime() <= TRACELESS_DELETE_MS;
      // Slow mode counts every comment, including deleted ones, so this one must not vanish.
      const traceless = young && terms.slowModeSeconds === 0;
      if (traceless && !(await this.comments.hasAnyReply(act, id)))
        await this.transitions.erase(act, comment);
      else await this.transitions.apply(act, comment, { to: 'deleted' });
      return nothing;
    };
    return this.acts.once(member.idempotencyKey, work, ask);
  }

  private async getOwn(tx: Tx, member: Member, id: string): Promise<CommentEntity> {
    const comment = await this.comments.find(tx, id);
    if (comment?.authorId === member.id) return comment;
    // Checked also for a comment that does not exist, so that timing does not reveal a hidden one.
    const visible = await this.comments.findView(id, audienceOf(member), tx);
    throw visible ? new NotYourComment() : new CommentNotFound();
  }

  /**
   * Screens by the current terms under the lock, so that a ban or a closing that was acknowledged
   * before the edit applies to it.
   */
  private async screen(
    act: Act,
    member: Member,
    post: PostTerms,
  ): Promise<Exclude<Verdict, { outcome: 'refuse' }>> {
    const { role, standing } = await this.authority.confirm(act, member, 'signed-in');
    const settings = await this.settings.current();
    const heldGuest = isHeldGuest(member, settings);
    const newcomer = await this.comments.isNewcomer(act, member.id, settings.holdFirstComments);
    const verdict = judge({ author: { role, standing, newcomer }, post, heldGuest });
    if (verdict.outcome === 'refuse') throw new REFUSALS[verdict.refusal]();
    return verdict;
  }

  /**
   * @throws TooManyEdits
   * @throws EditsTooFast
   */
  private async authorisePace(act: Act, id: string): Promise<void> {
    const { edits, waitSeconds } = await this.comments.countEdits(act, id, EDITS_A_MINUTE);
    if (edits >= MAX_EDITS) throw new TooManyEdits(MAX_EDITS);
    if (this.config.rateLimits && waitSeconds > 0)
      throw new EditsTooFast(EDITS_A_MINUTE, waitSeconds);
  }

  private async rewrite(
    act: Act,
    comment: CommentEntity,
    text: { body: string; html: string; quotes: QuoteDto[] | null },
    terms: PostTerms,
    verdict: Verdict,
  ): Promise<void> {
    await this.authorisePace(act, comment.id);
    const seen = comment.publishedAt !== null && !isSilent(comment);
    // A former text that was hidden when it was replaced stays hidden.
    await this.comments.insertRevision(act, comment, seen && comment.status === 'published');
    const { id, parentId, depth } = comment;
    const version = comment.version + 1;
    await this.comments.update(act, id, {
      ...text,
      ...(seen && { editedAt: new Date() }),
      ...(comment.status === 'held' && { hold: stillHeld(comment.hold ?? [], verdict) }),
      renderer: RENDERER_VERSION,
      version,
      postRevision: terms.revision,
    });
    if (comment.status !== 'published') return;
    // The terms may have changed since the comment was published; an edit must pass the current
    // ones.
    if (verdict.outcome === 'hold') {
      const because = verdict.explanations;
      await this.transitions.apply(act, { ...comment, version }, { to: 'held', because });
    } else {
      await this.log.append(act, comment.postId, [
        { type: 'comment.edited', commentId: id, facts: { parentId, depth, version } },
        ...(await this.quotes.echo(act, id)),
      ]);
    }
  }
}

/** Whether the former text has no replies, and few can have read it. */
function isSilent({ createdAt, replyCount }: CommentEntity): boolean {
  return replyCount === 0 && Date.now() - createdAt.getTime() <= SILENT_EDIT_MS;
}
