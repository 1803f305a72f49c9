import type { EventView } from '../comments/thread/client-events.dto.js';
import type { ScoreItem } from '../comments/votes/scores.repository.js';
import type { QueueChange, UserNote } from '../events/signal-log.repository.js';
import type { Problem } from '../problems/problem.js';

/** Events of one post in order; the first follows on the last that the socket got before. */
interface EventBatch {
  postId: string;
  epoch: string;
  events: EventView[];
}

/** How far the events of a post went out; a client that has seen less asks again. */
interface Heartbeat {
  postId: string;
  epoch: string;
  seq: number;
}

/** Scores that have moved, as they are now; unsequenced. */
interface Scores {
  postId: string;
  items: ScoreItem[];
}

interface Refused {
  ok: false;
  problem: Problem;
}

/** The answer to `subscribe`. `seq` is the post's present one, `events` what came after `after`. */
interface Subscribed {
  ok: true;
  seq: number;
  epoch: string;
  /** The client's place is not in this log: it loads the thread again. */
  resync?: true;
  events: EventView[];
}

/** Calls back to the client; a second call is dropped. */
export type Acknowledge = (answer: { ok: true } | Subscribed | Refused) => void;

/** Everything that the server says on its own. */
export interface ServerMessages {
  events: (batch: EventBatch) => void;
  heartbeat: (heartbeat: Heartbeat) => void;
  /** This node is about to stop: come back, to another one if you know one. */
  reconnect: () => void;
  scores: (scores: Scores) => void;
  /** To staff alone: an item of the queue came, went or was taken; unsequenced. */
  queue: (change: QueueChange) => void;
  /** To one account alone; unsequenced. */
  notification: (note: UserNote) => void;
  /** How many sockets follow the post now, on all nodes. */
  presence: (presence: { postId: string; readers: number }) => void;
  /** An error of a message that asked for no ack. */
  problem: (problem: Problem) => void;
}
