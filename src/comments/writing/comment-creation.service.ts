import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '../../database/ids.js';
import { Acts } from '../../acts/acts.js';
import { Answer } from '../../input/answer.js';
import { IdempotencyKeyReused } from '../../acts/acts.errors.js';
import type { IdempotencyKey } from '../../acts/idempotency-key.js';
import type { Asker } from '../../users/viewer/asker.js';
import { KeyTurns, TURN_MS } from '../../acts/key-turns.js';
import type { Gone } from '../../input/fair-queue.js';
import { LongTextPool } from '../../posts/texts/long-text-pool.js';
import { PostNotFound } from '../../posts/shape/posts.errors.js';
import { PostsRepository } from '../../posts/shape/posts.repository.js';
import { TemporarilyUnavailable } from '../../problems/general.errors.js';
import { type Facts, judge, type Terms } from '../../screening/screening-rules.js';
import { Settings } from '../../settings/settings.js';
import type { Member } from '../../users/viewer/viewer.js';
import { AnchorsService } from '../status/anchors.service.js';
import type { DraftRow, WriteOutcome } from './comment-writer.repository.js';
import { CommentWriter } from './comment-writer.js';
import { assertConfirmed, isHeldGuest } from '../shape/comment-permissions.js';
import type { CreateCommentDto, SingleCommentView } from '../shape/comments.dto.js';
import {
  BranchLocked,
  ParentGone,
  ParentNotFound,
  REFUSALS,
  SlowMode,
} from '../shape/comments.errors.js';
import { CommentsRepository } from '../shape/comments.repository.js';
import { QuotesService } from '../status/quotes.service.js';
import { audienceOf } from '../shape/visibility.js';

/** Terms can change while a draft waits, so it is retried, at most this many times. */
const MAX_ATTEMPTS = 5;
/** The first pause before a retry of a duplicate request; each further one is twice as long. */
const TWIN_MS = 10;
const MAX_TWIN_MS = 250;
const KNOWN_POSTS = 5_000;

const REFUSED = {
  'post-not-found': PostNotFound,
  'parent-not-found': ParentNotFound,
  'parent-gone': ParentGone,
  'branch-locked': BranchLocked,
} as const;

/** The part of a draft that stays the same in each attempt. */
type DraftText = Omit<DraftRow, 'id' | 'createdAt' | 'terms' | 'hold' | 'key' | 'hash'>;

/**
 * Creates a comment. It is screened by the known terms of its post and author, and written together
 * with others on the condition that these are still current. If they are not, it is screened again.
 */
@Injectable()
export class CommentCreationService {
  /** The terms of posts as the last write returned them; the next write compares them. */
  private readonly posts = new LRUCache<string, Facts['post']>({ max: KNOWN_POSTS });

  constructor(
    private readonly writer: CommentWriter,
    private readonly comments: CommentsRepository,
    private readonly repository: PostsRepository,
    private readonly acts: Acts,
    private readonly turns: KeyTurns,
    private readonly anchors: AnchorsService,
    private readonly quotes: QuotesService,
    private readonly long: LongTextPool,
    private readonly settings: Settings,
  ) {}

  /** 201 with the comment, or 202 when it waits for a moderator. */
  create(
    member: Asker,
    postRef: string,
    input: CreateCommentDto,
    gone?: Gone,
  ): Promise<Answer<SingleCommentView>> {
    return this.turns.inTurn(member.idempotencyKey, async () => {
      let written: WriteOutcome;
      try {
        const heldGuest = await this.assertMayWrite(member);
        const text = await this.textOf(member, postRef, input, gone);
        written = await this.writeJudged(member, heldGuest, text);
      } catch (error) {
        // The post may have been closed, or a quoted comment deleted, since the first response to
        // this key.
        return this.acts.refuse(member.idempotencyKey, error);
      }
      // The write has claimed the key itself, so a refused draft has no earlier response.
      if (written.outcome === 'parent-gone') await this.assertKnown(member, input.parentId!);
      return answerOf(written, member.idempotencyKey);
    });
  }

  /**
   * @returns whether the author is a guest, whose comments moderators review first
   * @throws EmailUnconfirmed when the site requires confirmed addresses for writing
   */
  private async assertMayWrite(member: Member): Promise<boolean> {
    if (member.confirmed) return false;
    const settings = await this.settings.current();
    if (!member.guest) assertConfirmed(member, settings);
    return isHeldGuest(member, settings);
  }

  private async textOf(
    { id: authorId }: Member,
    postRef: string,
    input: CreateCommentDto,
    gone?: Gone,
  ): Promise<DraftText> {
    const postId = await this.repository.findId(postRef);
    if (!postId) throw new PostNotFound();
    const { body, parentId = null } = input;
    const html = await this.long.renderShown(body, '/body', gone);
    const anchor = await this.anchors.check(postId, input.anchor, gone);
    const quotes = await this.quotes.check(postId, input.quotes);
    return { postId, parentId, authorId, body, html, anchor, quotes };
  }

  /** @returns the last outcome; it is `terms` when they changed during every attempt */
  private async writeJudged(
    member: Asker,
    heldGuest: boolean,
    text: DraftText,
  ): Promise<WriteOutcome> {
    const { postId } = text;
    let author: Facts['author'] = { role: member.role, standing: member.standing, newcomer: false };
    for (let attempt = 1; ; attempt++) {
      const known = this.posts.get(postId);
      const post = known ?? (await this.getTerms(postId));
      const verdict = judge({ author, post, heldGuest });
      if (verdict.outcome === 'refuse') {
        // Cached terms may admit a draft, as the write compares them again, but never refuse one.
        if (known && this.posts.delete(postId)) continue;
        throw new REFUSALS[verdict.refusal]();
      }
      // The spread is last: V8 adds properties after a spread one by one, in 9 µs instead of 0.4.
      const written = await this.write({
        id: newId(),
        createdAt: new Date(),
        terms: { author, post },
        hold: verdict.outcome === 'hold' ? verdict.explanations : null,
        key: member.idempotencyKey?.key ?? null,
        hash: member.idempotencyKey?.requestHash ?? null,
        ...text,
      });
      if (written.outcome !== 'terms' || attempt >= MAX_ATTEMPTS) return written;
      author = this.learn(postId, written.answer!);
    }
  }

  /**
   * Waits while another request with the same key is written; if that is refused, writes this one.
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

  /** A deleted parent that the viewer may not see is treated as if it never existed. */
  private async assertKnown(member: Member, parentId: string): Promise<void> {
    if (!(await this.comments.findView(parentId, audienceOf(member)))) throw new ParentNotFound();
  }

  private async getTerms(postId: string): Promise<Facts['post']> {
    const { mode, locked, verified } = await this.repository.getTerms(postId);
    const post = { mode, locked, verified };
    this.posts.set(postId, post);
    return post;
  }

  private learn(postId: string, terms: string): Facts['author'] {
    const { author, post } = JSON.parse(terms) as Terms;
    this.posts.set(postId, post);
    return author;
  }
}

/** @throws the error for the outcome of a draft that was not written */
function answerOf(
  { outcome, answer, status, hash }: WriteOutcome,
  idempotencyKey: IdempotencyKey | null,
): Answer<SingleCommentView> {
  switch (outcome) {
    case 'write':
      return new Answer(status!, answer);
    case 'kept':
      if (!hash?.equals(idempotencyKey!.requestHash)) throw new IdempotencyKeyReused();
      return new Answer(status!, answer);
    case 'twin':
    case 'busy':
    case 'terms':
      throw new TemporarilyUnavailable();
    case 'slow-mode':
      throw new SlowMode(answer!);
    default:
      throw new REFUSED[outcome]();
  }
}
