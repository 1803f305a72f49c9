import { Findings } from '../findings.js';

/** What was sent over sockets. */
export class FrameTally extends Findings {
  /** Connections that the service ended. */
  closed = 0;
  /** Calls that joined and were answered behind all their frames. */
  talked = 0;

  answered(frames: number): void {
    this.sent += frames;
  }
}
