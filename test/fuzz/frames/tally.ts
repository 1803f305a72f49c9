import { Findings } from '../findings.js';

/** Counts of what was sent over sockets. */
export class FrameTally extends Findings {
  /** Connections that the service closed. */
  closed = 0;
  /** Calls that joined and got an answer after all their frames. */
  talked = 0;

  answered(frames: number): void {
    this.sent += frames;
  }
}
