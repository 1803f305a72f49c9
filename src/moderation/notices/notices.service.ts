import { Injectable } from '@nestjs/common';
import { createHash, createHmac, type KeyObject, randomInt, timingSafeEqual } from 'node:crypto';
import { BOUNDS } from '../../auth/limits/bounds.js';
import { deriveSigningKey } from '../../auth/sessions/signing-key.js';
import { CommentNotFound } from '../../comments/shape/comments.errors.js';
import type { SingleCommentView } from '../../comments/shape/comments.dto.js';
import type { Reason } from '../../comments/shape/reason-codes.js';
import { CommentsRepository } from '../../comments/shape/comments.repository.js';
import { ThreadLocks } from '../../comments/status/thread-locks.js';
import { EVERYONE } from '../../comments/shape/visibility.js';
import { AppConfig } from '../../config/app-config.js';
import { newId } from '../../database/ids.js';
import type { Queryable } from '../../database/database.js';
import { type Act, Acts } from '../../acts/acts.js';
import { type Answer, created } from '../../input/answer.js';
import type { IdempotencyKey } from '../../acts/idempotency-key.js';
import { InvalidInput } from '../../problems/general.errors.js';
import { AddressClusters } from '../flags/address-clusters.js';
import { NoticeNotFound, TooManyNotices } from '../terms/moderation.errors.js';
import type { NoticeReceiptView, NoticeView, SendNoticeDto } from './notices.dto.js';
import { type NoticeCount, type NoticeRow, NoticesRepository } from './notices.repository.js';

const SECRET_BYTES = 24;
/** Without letters that look like digits. */
const REFERENCE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Notices of illegal content, which need no account. */
@Injectable()
export class NoticesService {
  private readonly key: KeyObject;

  constructor(
    private readonly config: AppConfig,
    private readonly notices: NoticesRepository,
    private readonly comments: CommentsRepository,
    private readonly threads: ThreadLocks,
    private readonly clusters: AddressClusters,
    private readonly acts: Acts,
  ) {
    this.key = deriveSigningKey(config.authSecret, 'notice receipts');
  }

  /**
   * The receipt with the secret. The secret is derived and never stored, not even in the response
   * that is stored for the idempotency key.
   * @throws CommentNotFound also for a comment that is not public
   * @throws TooManyNotices
   */
  async send(
    input: SendNoticeDto,
    address: string,
    idempotencyKey: IdempotencyKey | null,
  ): Promise<Answer<NoticeReceiptView>> {
    assertComplete(input);
    const commentId = idIn(input.url);
    if (!commentId) throw new CommentNotFound();
    const cluster = this.clusters.hash(address, 'notice');
    const ask = (from: Queryable) => this.assertTaken(from, commentId, cluster);
    const work = async (act: Act) => {
      const postId = await this.threads.lock(act, commentId);
      await this.notices.takeTurn(act, cluster);
      const comment = await ask(act);
      const [id, reference] = [newId(), newReference()];
      const createdAt = await this.notices.insert(act, {
        ...input,
        id,
        reference,
        secretHash: hashOf(this.secretOf(id)),
        commentId,
        commentVersion: comment.version,
        postId,
        cluster,
      });
      return created({ id, reference, state: 'received', createdAt });
    };
    const kept = await this.acts.once(idempotencyKey, work, ask);
    const receipt = JSON.parse(kept.body!) as Omit<NoticeReceiptView, 'secret'>;
    return created({ secret: this.secretOf(receipt.id), ...receipt });
  }

  private async assertTaken(
    from: Queryable,
    commentId: string,
    cluster: Buffer,
  ): Promise<SingleCommentView> {
    const comment = await this.comments.findView(commentId, EVERYONE, from);
    if (comment?.status !== 'published') throw new CommentNotFound();
    if (this.config.rateLimits) await this.assertFew(from, cluster);
    return comment;
  }

  /** @throws TooManyNotices when a home line has reached its limit, or a site twice that limit */
  private async assertFew(from: Queryable, cluster: Buffer): Promise<void> {
    const { line, site } = await this.notices.countOf(from, cluster);
    const exceeds = ({ hour, day }: NoticeCount, lines: number) =>
      hour >= lines * BOUNDS.notices.most || day >= lines * BOUNDS['notices of a day'].most;
    if (exceeds(line, 1) || exceeds(site, 2)) throw new TooManyNotices();
  }

  /** @throws NoticeNotFound for a wrong id, and likewise for a wrong secret */
  async read(id: string, secret: string): Promise<NoticeView> {
    const row = await this.notices.find(id);
    if (!row || !timingSafeEqual(hashOf(secret), row.secretHash)) throw new NoticeNotFound();
    return viewOf(row);
  }

  private secretOf(id: string): string {
    const digest = createHmac('sha256', this.key).update(id).digest();
    return digest.subarray(0, SECRET_BYTES).toString('base64url');
  }
}

function viewOf({ secretHash: _hash, action, reason, ...row }: NoticeRow): NoticeView {
  const outcome = action ? { action, reason, text: outcomeText(action, reason) } : null;
  return { ...row, outcome };
}

/** The outcome for the sender of a notice, by decision. */
function outcomeText(action: string, reason: Reason | null): string {
  if (action === 'remove') {
    return reason === 'illegal'
      ? 'Moderation has removed the comment as illegal content.'
      : 'Moderation has removed the comment, because it breaks the rules of this discussion.';
  }
  if (action === 'restore') return 'Moderation has put the comment back after another review.';
  return 'Moderation has looked at the comment and found no reason to remove it.';
}

/** Article 16 (2) (c): name and address are required, except for offences against children. */
function assertComplete({ category, name, email, goodFaith }: SendNoticeDto): void {
  const faults = [];
  if (category !== 'child_abuse') {
    if (!name) faults.push({ pointer: '/name', detail: 'Say who sends the notice.' });
    if (!email) faults.push({ pointer: '/email', detail: 'Say where you can be reached.' });
  }
  if (!goodFaith) {
    const detail = 'A notice is sent in the belief that it is accurate and complete.';
    faults.push({ pointer: '/goodFaith', detail });
  }
  if (email && !/^\S+@\S+$/.test(email)) {
    faults.push({ pointer: '/email', detail: 'This must be an e-mail address.' });
  }
  if (faults.length > 0) throw new InvalidInput(faults);
}

/** The last id in an address: that of the comment, wherever the page puts it. */
function idIn(url: string): string | null {
  const ids = url.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi);
  return ids?.at(-1)?.toLowerCase() ?? null;
}

function newReference(): string {
  const letter = () => REFERENCE_LETTERS[randomInt(REFERENCE_LETTERS.length)];
  const letters = Array.from({ length: 10 }, letter).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
