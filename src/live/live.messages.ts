import type { EventsView } from '../comments/thread/event-views.dto.js';
import type { ScoreItem } from '../comments/votes/scores.repository.js';
import type { QueueChange, UserNote } from '../events/signal-log.repository.js';
import type { Problem } from '../problems/problem.js';

/**
 * The response to `subscribe`: the current `seq` of the post, and the events after the client's
 * position.
 */
type Subscribed = { ok: true } & EventsView;

/** Calls the acknowledgement of the client; a second call is ignored. */
export type Acknowledge = (
  answer: { ok: true } | Subscribed | { ok: false; problem: Problem },
) => void;

interface OfPost {
  postId: string;
}

/** The messages that the server sends on its own. */
export interface ServerMessages {
  /**
   * Events of one post in order; the first follows directly on the last one that was sent to the
   * socket.
   */
  events: (batch: OfPost & Pick<EventsView, 'epoch' | 'events'>) => void;
  /**
   * The seq up to which the events of a post were sent. A client with a lower seq subscribes again.
   */
  heartbeat: (state: OfPost & Pick<EventsView, 'epoch' | 'seq'>) => void;
  /** This node is about to stop. Clients reconnect, to another node if they know one. */
  reconnect: () => void;
  /** The current values of changed scores; without a `seq`. */
  scores: (scores: OfPost & { items: ScoreItem[] }) => void;
  /** Only for staff: an item of the queue was added, removed or claimed; without a `seq`. */
  queue: (change: QueueChange) => void;
  /** Only for one account; without a `seq`. */
  notification: (note: UserNote) => void;
  /** The number of sockets that follow the post, on all nodes. */
  presence: (presence: OfPost & { readers: number }) => void;
  /** The error of a message without an acknowledgement. */
  problem: (problem: Problem) => void;
}
