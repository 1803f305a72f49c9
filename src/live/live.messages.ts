import type { EventsView } from '../comments/thread/event-views.dto.js';
import type { ScoreItem } from '../comments/votes/scores.repository.js';
import type { QueueChange, UserNote } from '../events/signal-log.repository.js';
import type { Problem } from '../problems/problem.js';

/** The answer to `subscribe`: the present `seq` of the post, and the events after the client's place. */
type Subscribed = { ok: true } & EventsView;

/** Calls back to the client; a second call is dropped. */
export type Acknowledge = (
  answer: { ok: true } | Subscribed | { ok: false; problem: Problem },
) => void;

interface OfPost {
  postId: string;
}

/** Every message that the server sends unasked. */
export interface ServerMessages {
  /** Events of one post in order; the first follows on the last that the socket got before. */
  events: (batch: OfPost & Pick<EventsView, 'epoch' | 'events'>) => void;
  /** The seq up to which the events of a post were sent; a client that has seen less asks again. */
  heartbeat: (state: OfPost & Pick<EventsView, 'epoch' | 'seq'>) => void;
  /** This node is about to stop. Clients reconnect, to another node if they know one. */
  reconnect: () => void;
  /** Scores that have moved, as they are now; unsequenced. */
  scores: (scores: OfPost & { items: ScoreItem[] }) => void;
  /** Only for staff: an item of the queue was added, removed or claimed; without a `seq`. */
  queue: (change: QueueChange) => void;
  /** Only for one account; without a `seq`. */
  notification: (note: UserNote) => void;
  /** How many sockets follow the post now, on all nodes. */
  presence: (presence: OfPost & { readers: number }) => void;
  /** The error of a message without an acknowledgement. */
  problem: (problem: Problem) => void;
}
