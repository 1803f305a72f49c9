import { unwrap } from '@colloquy/client';
import { html, nothing } from 'lit';
import { PacedReads } from '../../parts/paced-reads.js';
import { service } from '../../parts/service.js';
import { session } from '../../parts/session.js';
import type { ThreadContext } from '../discussion/thread-context.js';

/** Imported comments with the account's confirmed address, to be taken over by a press. */
export class ImportedBefore {
  private comments = 0;
  /** The number of takeovers by the reader: an older response does not reflect them. */
  private acts = 0;
  private readonly reads = new PacedReads(() => this.read());

  constructor(
    private readonly context: ThreadContext,
    private readonly changed: () => void,
  ) {}

  /** An address may have been confirmed in another tab. */
  outdate(): void {
    if (session.user) this.reads.ask(true);
  }

  clear(): void {
    this.comments = 0;
  }

  end(): void {
    this.reads.end();
  }

  view(): unknown {
    const { t } = this.context.words;
    if (this.comments === 0) return nothing;
    return html`<p class="hint imported" role="status">
      ${t('importedBefore', { n: this.comments })}
      <button class="plain" @click=${() => this.context.carryOut(() => this.take())}>
        ${t('importedTake')}
      </button>
    </p>`;
  }

  private async take(): Promise<void> {
    const account = session.user?.id;
    unwrap(await service.api.POST('/api/v1/users/me/imported', {}));
    if (account !== session.user?.id) return;
    this.acts++;
    this.comments = 0;
    this.context.say('importedTaken');
    this.changed();
  }

  private async read(): Promise<void> {
    const account = session.user?.id;
    const { acts } = this;
    const { comments } = unwrap(await service.api.GET('/api/v1/users/me/imported'));
    if (account !== session.user?.id) return;
    if (acts !== this.acts) return this.read();
    if (comments === this.comments) return;
    this.comments = comments;
    this.changed();
  }
}
