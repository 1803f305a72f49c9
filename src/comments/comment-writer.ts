import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { CommitGroup, type Outcome } from '../database/commit-group.js';
import { AppConfig } from '../config/app-config.js';
import { Metrics } from '../metrics/metrics.js';
import { Announcer } from '../events/announcer.js';
import {
  CommentWriterRepository,
  type DraftRow,
  type WriteOutcome,
} from './comment-writer.repository.js';
import { PageCache } from './page-cache.js';

/**
 * Comments that arrive together on this node are written together; see `CommitGroup`. While its pages
 * are in high demand they wait a moment for each other: a commit of one costs readers more than a
 * comment of many does, and each makes a page be read anew.
 */
@Injectable()
export class CommentWriter implements BeforeApplicationShutdown {
  private readonly group: CommitGroup<DraftRow, WriteOutcome>;

  constructor(
    private readonly repository: CommentWriterRepository,
    private readonly announcer: Announcer,
    private readonly config: AppConfig,
    pages: PageCache,
    metrics: Metrics,
  ) {
    this.group = new CommitGroup((drafts) => this.commit(drafts), {
      onCommit: metrics.sizesOf('comments'),
      gathers: () => pages.inHighDemand,
    });
  }

  /** Resolves when the draft is committed, or was refused. */
  write(draft: DraftRow): Promise<WriteOutcome> {
    return this.group.submit(draft);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.group.drain();
  }

  private async commit(drafts: readonly DraftRow[]): Promise<Outcome<WriteOutcome>[]> {
    const outcomes = await this.repository.write(drafts, this.config.rateLimits);
    const touchedPosts = new Set<string>();
    for (const [at, { outcome, status }] of outcomes.entries()) {
      if (outcome === 'write' && status === 201) touchedPosts.add(drafts[at].postId);
    }
    this.announcer.announce({ touchedPosts, signalled: false });
    return outcomes.map((outcome) => ({ done: outcome }));
  }
}
