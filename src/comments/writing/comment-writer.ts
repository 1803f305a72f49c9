import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { CommitGroup, type Outcome } from '../../database/commit-group.js';
import { AppConfig } from '../../config/app-config.js';
import { Metrics } from '../../metrics/metrics.js';
import { Announcer } from '../../nodes/announcer.js';
import { Settings } from '../../settings/settings.js';
import { BusyPosts } from './busy-posts.js';
import {
  CommentWriterRepository,
  type DraftRow,
  type WriteOutcome,
} from './comment-writer.repository.js';
import { PageCache } from '../thread/page-cache.js';

/**
 * Batches the comments that arrive on this node at the same time; see `CommitGroup`. While many
 * readers follow the page, drafts wait a moment for each other: a commit costs those readers more
 * than the comment in it, and each commit causes a new read of the page. Drafts of a post whose
 * head another transaction has locked wait separately; see `BusyPosts`.
 */
@Injectable()
export class CommentWriter implements BeforeApplicationShutdown {
  private readonly group: CommitGroup<DraftRow, WriteOutcome>;
  private readonly busy: BusyPosts;

  constructor(
    private readonly repository: CommentWriterRepository,
    private readonly announcer: Announcer,
    private readonly config: AppConfig,
    private readonly settings: Settings,
    pages: PageCache,
    metrics: Metrics,
  ) {
    this.group = new CommitGroup((drafts) => this.commit(drafts, false), {
      onCommit: metrics.sizesOf('comments'),
      gathers: () => pages.isContended,
    });
    this.busy = new BusyPosts(
      (drafts) => this.commit(drafts, true),
      (draft) => this.group.submit(draft),
    );
  }

  /**
   * Resolves when the draft is committed, or was refused.
   * @throws TemporarilyUnavailable when its post stays busy
   */
  async write(draft: DraftRow): Promise<WriteOutcome> {
    if (!this.busy.has(draft.postId)) {
      const written = await this.group.submit(draft);
      if (written.outcome !== 'busy') return written;
    }
    return this.busy.write(draft);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.group.drain();
    await this.busy.drain();
  }

  private async commit(
    drafts: readonly DraftRow[],
    patient: boolean,
  ): Promise<Outcome<WriteOutcome>[]> {
    const paced = this.config.rateLimits;
    const { holdFirstComments: holdFirst } = await this.settings.current();
    const outcomes = await this.repository.write(drafts, { holdFirst, paced, patient });
    const touchedPosts = new Set<string>();
    for (const [at, { outcome, status }] of outcomes.entries()) {
      if (outcome === 'write' && status === 201) touchedPosts.add(drafts[at].postId);
    }
    this.announcer.announce({ touchedPosts, signalled: false });
    return outcomes.map((outcome) => ({ done: outcome }));
  }
}
