import { Injectable } from '@nestjs/common';
import { AnchorsService } from '../comments/status/anchors.service.js';
import { ImportedLinksRepository } from '../comments/thread/imported-links.repository.js';
import { idAt, newId } from '../database/ids.js';
import { Acts } from '../acts/acts.js';
import { EventLogRepository } from '../events/event-log.repository.js';
import { PostUpdatesRepository } from '../passages/post-updates.repository.js';
import { PostNameTaken } from '../posts/shape/posts.errors.js';
import { PostsRepository } from '../posts/shape/posts.repository.js';
import { PostsService } from '../posts/writing/posts.service.js';
import { renderMarkdown } from '../text/markdown/markdown.js';
import { plainTextOf } from '../text/markdown/plain-text.js';
import { ImportWriter } from '../transfer/import/import-writer.js';
import type { ImportedComment } from '../transfer/formats/import-records.js';
import { ImportedAuthorsRepository } from '../users/accounts/imported-authors.repository.js';
import {
  DEMO_AUTHOR,
  DEMO_BODY,
  DEMO_COMMENTS_AFTER,
  DEMO_COMMENTS_BEFORE,
  DEMO_PASSAGES,
  DEMO_POST,
  DEMO_SLUG,
  DEMO_UPDATE,
} from './demo-review.js';

const SOURCE = 'demo';

/** Writes the demo review, its discussion and a later update into a database without posts. */
@Injectable()
export class DemoSeed {
  constructor(
    private readonly acts: Acts,
    private readonly log: EventLogRepository,
    private readonly posts: PostsRepository,
    private readonly postsService: PostsService,
    private readonly importedAuthors: ImportedAuthorsRepository,
    private readonly writer: ImportWriter,
    private readonly anchors: AnchorsService,
    private readonly updates: PostUpdatesRepository,
    private readonly importedLinks: ImportedLinksRepository,
  ) {}

  /** @returns the slug of the review; null if the database has posts already */
  async ensure(): Promise<string | null> {
    if (await this.posts.hasAny()) return null;
    try {
      await this.acts.run(async (act) => {
        const authorId = await this.importedAuthors.insert(act, {
          id: newId(),
          displayName: DEMO_AUTHOR,
          source: SOURCE,
          foreignKey: DEMO_AUTHOR,
          createdAt: DEMO_POST.createdAt,
        });
        return this.postsService.insert(
          act,
          null,
          { ...DEMO_POST, authorId, source: SOURCE, foreignId: DEMO_SLUG },
          { body: DEMO_BODY, html: renderMarkdown(DEMO_BODY) },
        );
      });
    } catch (error) {
      // Another node that started at the same time seeds it.
      if (error instanceof PostNameTaken) return null;
      throw error;
    }
    const postId = (await this.posts.findId(DEMO_SLUG))!;
    await this.discuss(await this.anchored(postId, DEMO_COMMENTS_BEFORE));
    await this.update(postId);
    await this.discuss(DEMO_COMMENTS_AFTER);
    return DEMO_SLUG;
  }

  private async discuss(comments: readonly ImportedComment[]): Promise<void> {
    const { title, createdAt } = DEMO_POST;
    await this.writer.writePage(
      SOURCE,
      { foreignId: DEMO_SLUG, key: null, url: null, title, createdAt, closed: false },
      comments,
    );
  }

  /** Includes the passages that some of the comments are about. */
  private async anchored(
    postId: string,
    comments: readonly ImportedComment[],
  ): Promise<ImportedComment[]> {
    const text = plainTextOf(renderMarkdown(DEMO_BODY));
    const found: ImportedComment[] = [];
    for (const comment of comments) {
      const exact = DEMO_PASSAGES[comment.foreignId];
      const start = exact === undefined ? -1 : text.indexOf(exact);
      const position = { start, end: start + (exact?.length ?? 0) };
      const input = exact === undefined ? undefined : { quote: { exact }, position };
      found.push({ ...comment, anchor: await this.anchors.check(postId, input) });
    }
    return found;
  }

  private async update(postId: string): Promise<void> {
    const { text, body, at, credit } = DEMO_UPDATE;
    const { authorId } = (await this.posts.find(postId))!;
    const commentId = (await this.importedLinks.find(postId, credit, SOURCE))!;
    await this.acts.run(async (act) => {
      await this.log.lock(act, postId);
      await this.posts.insertRevision(act, {
        postId,
        revision: 2,
        title: DEMO_POST.title,
        summary: DEMO_POST.summary,
        body,
        html: renderMarkdown(body),
        editorId: null,
        createdAt: at,
      });
      await this.posts.update(act, postId, { revision: 2, updatedAt: at });
      const update = {
        id: idAt(at, 0),
        postId,
        authorId: authorId!,
        text,
        html: renderMarkdown(text),
        createdAt: at,
      };
      await this.updates.insert(act, update);
      await this.updates.credit(act, update, [commentId]);
      await this.log.append(act, postId, [{ type: 'post.updated' }]);
    });
  }
}
