import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { NodeBus } from '../../nodes/node-bus.js';
import { type Move, type ScoreItem, ScoresRepository } from './scores.repository.js';

/** Receives the changed scores of one post. */
type ScoreFollower = (items: ScoreItem[]) => void;

interface Followed {
  readonly follower: ScoreFollower;
  readonly moved: Set<string>;
  /** Until when no further event is sent. */
  pause: NodeJS.Timeout | null;
}

const CHANNEL = 'colloquy_scores';
/** A payload of `NOTIFY` holds fewer than 8,000 bytes. */
const MAX_PAYLOAD = 7_900;
const PAUSE_MS = 1_000;
const MAX_ITEMS = 100;
/**
 * The most changed comments that wait for the next event of a post. Further ones are not sent; the
 * page has their scores.
 */
const MAX_MOVED = 1_000;

/**
 * Sends scores to open pages outside the event log: without a `seq`, at most once a second for each
 * post, and without redelivery.
 */
@Injectable()
export class ScoreEvents implements OnApplicationBootstrap {
  private readonly followed = new Map<string, Followed>();

  constructor(
    private readonly scores: ScoresRepository,
    private readonly bus: NodeBus,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.bus.listen(CHANNEL, (payload) => this.hear(payload));
  }

  /** One follower for each post. */
  follow(postId: string, follower: ScoreFollower): void {
    this.unfollow(postId);
    this.followed.set(postId, { follower, moved: new Set(), pause: null });
  }

  unfollow(postId: string): void {
    clearTimeout(this.followed.get(postId)?.pause ?? undefined);
    this.followed.delete(postId);
  }

  async announce(moves: readonly Pick<Move, 'commentId' | 'postId'>[]): Promise<void> {
    if (moves.length === 0) return;
    for (const payload of payloadsOf(moves)) await this.bus.publish(CHANNEL, payload);
  }

  private hear(payload: string): void {
    for (const part of payload.split(';')) {
      const [postId, ...commentIds] = part.split(',');
      const followed = this.followed.get(postId);
      if (!followed) continue;
      for (const id of commentIds) if (followed.moved.size < MAX_MOVED) followed.moved.add(id);
      if (followed.pause === null) this.tell(postId, followed);
    }
  }

  private tell(postId: string, followed: Followed): void {
    followed.pause = null;
    const ids = [...followed.moved].slice(0, MAX_ITEMS);
    if (ids.length === 0 || this.followed.get(postId) !== followed) return;
    for (const id of ids) followed.moved.delete(id);
    followed.pause = setTimeout(() => this.tell(postId, followed), PAUSE_MS);
    this.scores.listShown(ids).then(
      (items) => {
        if (items.length > 0 && this.followed.get(postId) === followed) followed.follower(items);
      },
      () => undefined,
    );
  }
}

/** The format is `<post>,<comment>,<comment>;<post>,<comment>`, in as few payloads as possible. */
function payloadsOf(moves: readonly Pick<Move, 'commentId' | 'postId'>[]): string[] {
  const payloads: string[] = [];
  let payload = '';
  let last: string | null = null;
  for (const { postId, commentId } of moves) {
    let next = postId === last ? `,${commentId}` : `;${postId},${commentId}`;
    if (payload.length + next.length > MAX_PAYLOAD) {
      payloads.push(payload);
      payload = '';
      next = `;${postId},${commentId}`;
    }
    payload += payload === '' ? next.slice(1) : next;
    last = postId;
  }
  return [...payloads, payload];
}
