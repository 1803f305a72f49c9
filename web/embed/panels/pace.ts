import { ProblemError } from '@colloquy/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { problemOf } from '../discussion/thread-changes.js';

/** How long somebody must still wait in a slow discussion; the host is drawn anew each second. */
export class Pace implements ReactiveController {
  private until = 0;
  private timer: ReturnType<typeof setInterval> | null = null;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Seconds; 0 when one may write. */
  get left(): number {
    return Math.max(0, Math.ceil((this.until - Date.now()) / 1_000));
  }

  /** Such as `1:05`. */
  get clock(): string {
    const { left } = this;
    return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  }

  waitUntil(iso: string | null): void {
    this.until = iso === null ? 0 : Date.parse(iso);
    if (this.left > 0) this.timer ??= setInterval(() => this.tick(), 1_000);
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.rest();
  }

  private tick(): void {
    if (this.left === 0) this.rest();
    this.host.requestUpdate();
  }

  private rest(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }
}

/** Until when a refusal asks to wait; null when it is another one. */
export function paceOf(error: unknown): string | null {
  if (problemOf(error) !== 'slow-mode' || !(error instanceof ProblemError)) return null;
  return (error.problem as { until?: string }).until ?? null;
}
