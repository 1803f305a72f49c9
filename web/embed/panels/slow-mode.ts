import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The remaining wait in slow mode; updates its host every second. */
export class Pace implements ReactiveController {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly until: () => string | null,
  ) {
    host.addController(this);
  }

  /** Seconds; 0 when the reader may write. */
  get left(): number {
    const until = this.until();
    return until === null ? 0 : Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1_000));
  }

  /** The remaining time, such as `1:05`. */
  get clock(): string {
    const { left } = this;
    return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  }

  hostUpdated(): void {
    // Lit updates a form once more after it was removed.
    if (this.left === 0 || !this.host.isConnected) this.hostDisconnected();
    else this.timer ??= setInterval(() => this.host.requestUpdate(), 1_000);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
