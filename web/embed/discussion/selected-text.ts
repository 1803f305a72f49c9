import { loadModule } from '@colloquy/client';
import type { LitElement, ReactiveController } from 'lit';
import type { Selected } from './selection-in-comment.js';

/** Follows the selection in the thread, so that it can be quoted. */
export class SelectedText implements ReactiveController {
  at: Selected | null = null;
  private frame = 0;
  private readonly look = () => {
    this.frame ||= requestAnimationFrame(() => this.read());
  };

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('selectionchange', this.look);
  }

  hostDisconnected(): void {
    document.removeEventListener('selectionchange', this.look);
  }

  private read(): void {
    this.frame = 0;
    const root = this.host.shadowRoot;
    if (!root) return;
    // If this fails, nothing can be quoted; the next selection retries it.
    loadModule(() => import('./selection-in-comment.js')).then(
      ({ selectedIn }) => this.take(selectedIn(root)),
      () => undefined,
    );
  }

  private take(selected: Selected | null): void {
    const former = this.at?.id;
    this.at = selected;
    if (selected?.id !== former) this.host.requestUpdate();
  }
}
