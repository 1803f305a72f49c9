import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '../../database/ids.js';
import { Acts } from '../../acts/acts.js';
import { Answer } from '../../input/answer.js';
import { IdempotencyKeyReused } from '../../acts/acts.errors.js';
import type { Intent } from '../../acts/intent.js';
import { KeyTurns, TURN_MS } from '../../acts/key-turns.js';
import type { Gone } from '../../input/turns.js';
import { LongTexts } from '../../posts/long-texts.js';
import { PostNotFound } from '../../posts/posts.errors.js';
import { PostsRepository } from '../../posts/posts.repository.js';
import { TemporarilyUnavailable } from '../../problems/general.errors.js';
import { type Facts, judge } from '../../screening/screening.js';
import type { Member } from '../../users/viewer.js';
import { AnchorsService } from '../status/anchors.service.js';
import type { DraftRow, WriteOutcome } from './comment-writer.repository.js';
import { CommentWriter } from './comment-writer.js';
import type { CreateCommentDto, SingleCommentView } from '../shape/comments.dto.js';
import {
  BranchLocked,
  ParentGone,
  ParentNotFound,
  refusalError,
  SlowMode,
} from '../shape/comments.errors.js';
import { CommentsRepository } from '../shape/comments.repository.js';
import { QuotesService } from '../status/quotes.service.js';
import { audienceOf } from '../shape/visibility.js';

/** Terms can change while a draft waits, but not for ever. */
const MAX_ATTEMPTS = 5;
/** A twin looks again after so long, and then ever later. */
const TWIN_MS = 10;
const MAX_TWIN_MS = 250;
const KNOWN_POSTS = 5_000;

type References = Pick<DraftRow, 'anchor' | 'quotes'>;

/**
 * The way of a new comment: it is judged by what is known of its post and author, and written with
 * others under the condition that this still holds; where it does not, it is judged again.
 */
@Injectable()
export class CommentCreationService {
  /** The terms of posts as the last write told them; the next write compares them. */
  private readonly posts = new LRUCache<string, Facts['post']>({ max: KNOWN_POSTS });

  constructor(
    private readonly writer: CommentWriter,
    private readonly comments: CommentsRepository,
    private readonly repository: PostsRepository,
    private readonly acts: Acts,
    private readonly turns: KeyTurns,
    private readonly anchors: AnchorsService,
    private readonly quotes: QuotesService,
    private readonly long: LongTexts,
  ) {}

  /** 201 with the comment, or 202 when it waits for a moderator. */
  create(
    member: Member,
    postRef: string,
    input: CreateCommentDto,
    intent: Intent | null,
    gone?: Gone,
  ): Promise<Answer<SingleCommentView>> {
    return this.turns.inTurn(intent, () => this.createInTurn(member, postRef, input, intent, gone));
  }

  private async createInTurn(
    member: Member,
    postRef: string,
    input: CreateCommentDto,
    intent: Intent | null,
    gone?: Gone,
  ): Promise<Answer<SingleCommentView>> {
    const postId = await this.repository.findId(postRef);
    if (!postId) throw new PostNotFound();
    const html = await this.long.render(input.body, gone);
    let references: References;
    try {
      references = await this.refer(postId, input, gone);
    } catch (error) {
      // What it refers to may be gone since the first request of the key was answered.
      const first = await this.acts.findAnswer<SingleCommentView>(intent);
      if (first) return first;
      throw error;
    }
    let author: Facts['author'] = { role: member.role, standing: member.standing, newcomer: false };
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const known = this.posts.get(postId);
      const post = known ?? (await this.getTerms(postId));
      const verdict = judge({ author, post });
      if (verdict.outcome === 'refuse') {
        // Cached terms may admit a draft, since the write compares them again, but never refuse one.
        if (known && this.posts.delete(postId)) continue;
        // What an earlier request of the key was answered stands, whatever holds by now.
        const first = await this.acts.findAnswer<SingleCommentView>(intent);
        if (first) return first;
        throw refusalError(verdict.refusal);
      }
      const draft: DraftRow = {
        id: newId(),
        postId,
        parentId: input.parentId ?? null,
        authorId: member.id,
        body: input.body,
        html,
        createdAt: new Date(),
        terms: { author, post },
        hold: verdict.outcome === 'hold' ? verdict.explanations : null,
        key: intent?.key ?? null,
        hash: intent?.requestHash ?? null,
        ...references,
      };
      const written = await this.write(draft);
      if (written.outcome === 'parent-gone') await this.assertKnown(member, draft.parentId!);
      const answer = answerOf(written, intent);
      if (answer) return answer;
      author = this.learn(postId, written.answer!);
    }
    throw new TemporarilyUnavailable();
  }

  /**
   * A request of the same key elsewhere is waited for: it may be refused, and then this one is the first.
   * @throws TemporarilyUnavailable when that takes too long
   */
  private async write(draft: DraftRow): Promise<WriteOutcome> {
    const end = performance.now() + TURN_MS;
    for (let pause = TWIN_MS; ; pause = Math.min(2 * pause, MAX_TWIN_MS)) {
      const written = await this.writer.write(draft);
      if (written.outcome !== 'twin') return written;
      if (performance.now() > end) throw new TemporarilyUnavailable();
      await delay(pause);
    }
  }

  /** The passage of the post that it is about, and the comments that it quotes; most refer to nothing. */
  private async refer(
    postId: string,
    { anchor, quotes }: CreateCommentDto,
    gone?: Gone,
  ): Promise<References> {
    return {
      anchor: await this.anchors.check(postId, anchor, gone),
      quotes: await this.quotes.check(postId, quotes),
    };
  }

  /** To a viewer who may not see it, a parent that is gone looks as if it never existed. */
  private async assertKnown(member: Member, parentId: string): Promise<void> {
    if (!(await this.comments.findView(parentId, audienceOf(member)))) throw new ParentNotFound();
  }

  private async getTerms(postId: string): Promise<Facts['post']> {
    const terms = await this.repository.findTerms(postId);
    if (!terms) throw new PostNotFound();
    const post = { mode: terms.mode, locked: terms.locked };
    this.posts.set(postId, post);
    return post;
  }

  private learn(postId: string, terms: string): Facts['author'] {
    const { author, post } = JSON.parse(terms) as Facts;
    this.posts.set(postId, post);
    return author;
  }
}

/** The answer of a draft that came to its end; null when it must be tried again. */
function answerOf(
  { outcome, answer, status, hash }: WriteOutcome,
  intent: Intent | null,
): Answer<SingleCommentView> | null {
  switch (outcome) {
    case 'write':
      return new Answer(status!, answer);
    case 'kept':
      if (!hash?.equals(intent!.requestHash)) throw new IdempotencyKeyReused();
      return new Answer(status!, answer);
    case 'slow-mode':
      throw new SlowMode(answer!);
    case 'post-not-found':
      throw new PostNotFound();
    case 'parent-not-found':
      throw new ParentNotFound();
    case 'parent-gone':
      throw new ParentGone();
    case 'branch-locked':
      throw new BranchLocked();
    default:
      return null;
  }
}
