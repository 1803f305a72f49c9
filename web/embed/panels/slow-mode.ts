import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The time that a slow discussion makes the reader wait; the host is drawn anew each second of it. */
export class Pace implements ReactiveController {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly until: () => string | null,
  ) {
    host.addController(this);
  }

  /** Seconds; 0 when one may write. */
  get left(): number {
    const until = this.until();
    return until === null ? 0 : Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1_000));
  }

  /** The time that is left, such as `1:05`. */
  get clock(): string {
    const { left } = this;
    return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  }

  hostUpdated(): void {
    // A form that has left the page is updated once more.
    if (this.left === 0 || !this.host.isConnected) this.hostDisconnected();
    else this.timer ??= setInterval(() => this.host.requestUpdate(), 1_000);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
