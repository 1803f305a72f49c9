import { Findings } from '../findings.js';

/** What was sent over sockets. */
export class FrameTally extends Findings {
  /** Connections that the service ended. */
  closed = 0;

  answered(frames: number): void {
    this.sent += frames;
  }
}
