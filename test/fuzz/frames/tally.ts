import { Findings } from '../findings.js';

/** Counts the frames that were sent over sockets, and the answered calls. */
export class FrameTally extends Findings {
  /** Connections that the service closed. */
  closed = 0;
  /** Calls that joined and got an answer after all their frames. */
  talked = 0;

  answered(frames: number): void {
    this.sent += frames;
  }
}
