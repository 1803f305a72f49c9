import { answerQuestions } from '../../../bench/child.js';
import { monotonic } from './monotonic.js';
import { LIVE_PATH, RawSocket } from './raw-socket.js';

/** One message with events, and its arrival at the sockets. */
export interface Batch {
  first: number;
  last: number;
  commentIds: string[];
  /** The raw payload, which the reference server sends as well. */
  payload: string;
  firstAt: number;
  lastAt: number;
  /** Number of sockets that received it. */
  count: number;
}

/** The observations of the crowd. */
export interface Seen {
  batches: Batch[];
  /** Sockets that received every event up to the last. */
  whole: number;
  /** Messages out of sequence for their socket, or different from those of other sockets. */
  faults: number;
  /** Connections that were lost. */
  lost: number;
}

export type CrowdQuestion =
  | { what: 'come'; port: number; postId: string; sockets: number }
  | { what: 'tell' }
  | { what: 'leave' };

/** How many connections are opened concurrently. */
const AT_A_TIME = 50;
const EVENTS = Buffer.from('42/live,["events",');
const ACK = Buffer.from('43/live,');
const CONNECTED = Buffer.from('40/live,');
const SEQ = '"seq":';

/** Many sockets that follow one post, in a separate process. */
class Crowd {
  private readonly sockets: RawSocket[] = [];
  private readonly last: number[] = [];
  private readonly batches = new Map<number, Batch & { bytes: Buffer }>();
  private faults = 0;
  private lost = 0;

  /** Resolves when all sockets follow the post. */
  async come(port: number, postId: string, count: number): Promise<number> {
    let begun = 0;
    const open = async () => {
      while (begun++ < count) await this.open(port, postId);
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, open));
    return this.sockets.length;
  }

  tell(): Seen {
    const { faults, lost } = this;
    const batches = [...this.batches.values()].map(({ bytes, ...batch }) => ({
      ...batch,
      payload: bytes.toString(),
    }));
    const end = Math.max(0, ...batches.map((batch) => batch.last));
    return { batches, whole: this.last.filter((seq) => seq === end).length, faults, lost };
  }

  leave(): void {
    for (const socket of this.sockets) socket.close();
  }

  private open(port: number, postId: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const at = this.sockets.length;
      const lost = () => {
        this.lost++;
        reject(new Error('A connection of the crowd was lost before it was let in.'));
      };
      const hear = (message: Buffer) => {
        if (startsWith(message, EVENTS)) this.note(at, message);
        else if (message.equals(PING)) socket.send('3');
        else if (message[0] === 0x30) socket.send('40/live,');
        else if (startsWith(message, CONNECTED))
          socket.send(`42/live,0["subscribe",${JSON.stringify({ postId })}]`);
        else if (startsWith(message, ACK)) {
          if (message.includes('"ok":true')) resolve();
          else reject(new Error(`The crowd was not let in: ${message.toString()}`));
        }
      };
      const socket: RawSocket = new RawSocket(port, LIVE_PATH, hear, lost);
      this.sockets.push(socket);
      this.last.push(0);
    });
  }

  /** Compares the bytes with those that the first socket got; only the first are parsed. */
  private note(at: number, message: Buffer): void {
    const now = monotonic();
    const place = message.indexOf(SEQ) + SEQ.length;
    const first = parseInt(message.toString('latin1', place, place + 12), 10);
    let batch = this.batches.get(first);
    if (!batch) {
      batch = parse(message, now);
      this.batches.set(first, batch);
    } else if (!batch.bytes.equals(message)) this.faults++;
    if (batch.first !== this.last[at] + 1) this.faults++;
    this.last[at] = batch.last;
    batch.count++;
    batch.lastAt = now;
  }
}

const PING = Buffer.from('2');

function startsWith(message: Buffer, start: Buffer): boolean {
  return (
    message.length >= start.length && message.compare(start, 0, start.length, 0, start.length) === 0
  );
}

function parse(message: Buffer, now: number): Batch & { bytes: Buffer } {
  const text = message.toString();
  const [, { events }] = JSON.parse(text.slice(text.indexOf('['))) as [
    string,
    { events: { seq: number; data: { comment: { id: string } } }[] },
  ];
  return {
    first: events[0].seq,
    last: events.at(-1)!.seq,
    commentIds: events.map(({ data }) => data.comment.id),
    payload: '',
    bytes: Buffer.from(message),
    firstAt: now,
    lastAt: now,
    count: 0,
  };
}

let crowd = new Crowd();

answerQuestions<CrowdQuestion>(async (question) => {
  if (question.what === 'come') return crowd.come(question.port, question.postId, question.sockets);
  if (question.what === 'tell') return crowd.tell();
  crowd.leave();
  crowd = new Crowd();
  return null;
});
