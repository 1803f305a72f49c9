import { Injectable } from '@nestjs/common';
import { newId } from '../../database/ids.js';
import { type Act, Acts } from '../../acts/acts.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import { ImportedAddresses } from '../../comments/authors/imported-addresses.js';
import { CommentTransitions } from '../../comments/status/comment-transitions.js';
import type { CommentEntity } from '../../comments/shape/comment.entity.js';
import { PostEndingsRepository } from '../../posts/endings/post-endings.repository.js';
import { type PageName, pageAddress } from '../../posts/shape/page-address.sql.js';
import { PostsRepository } from '../../posts/shape/posts.repository.js';
import { PostUrls } from '../../posts/writing/post-urls.js';
import { PostsService } from '../../posts/writing/posts.service.js';
import { normalisePageUrl } from '../../text/plain/page-url.js';
import { ImportedAuthorsRepository } from '../../users/accounts/imported-authors.repository.js';
import type {
  ImportedComment,
  ImportedPage,
  ImportFile,
  ImportFormat,
  SkipReason,
} from '../formats/import-records.js';
import { groupBy } from '../formats/import-threads.js';
import { countReplies, rowOf, textOf } from './import-rows.js';
import { type ImportSource, sourceNamed } from './import-source.js';
import { ImportSources, sampleOf } from './import-sources.js';
import { ImportsRepository } from './imports.repository.js';

/** The comments of one transaction, which holds the lock of the post's head. */
const A_PIECE = 500;

/** Every row of the file is counted once: `rows` = `imported` + the sum of `skipped`. */
export interface ImportReport extends Pick<
  ImportFile,
  'rows' | 'skipped' | 'reattached' | 'cyclesBroken'
> {
  /** The source that ids are distinguished by. */
  source: string;
  /** The number of created posts, without existing ones. */
  posts: number;
  imported: number;
}

export interface PageOutcome {
  made: boolean;
  imported: number;
  /** Why the other rows were not. */
  skipped: Partial<Record<SkipReason, number>>;
}

/** The known authors: their ids by their keys, and those whose address was stored. */
class FoundAuthors {
  readonly ids = new Map<string, string>();
  readonly addressed = new Set<string>();
}

/**
 * Writes the pages of an import in pieces. Each piece is a transaction with one event, so that
 * others can write to the post in between. An interrupted import continues when it is run again.
 */
@Injectable()
export class ImportWriter {
  private readonly authors = new FoundAuthors();

  constructor(
    private readonly acts: Acts,
    private readonly log: EventLogRepository,
    private readonly posts: PostsRepository,
    private readonly endings: PostEndingsRepository,
    private readonly postsService: PostsService,
    private readonly importedAuthors: ImportedAuthorsRepository,
    private readonly addresses: ImportedAddresses,
    private readonly imports: ImportsRepository,
    private readonly sources: ImportSources,
    private readonly urls: PostUrls,
    private readonly transitions: CommentTransitions,
  ) {}

  /** @param given the name of the source; null to take it from the file */
  async write(
    format: ImportFormat,
    file: ImportFile,
    given: string | null,
    onProgress: (done: number, total: number) => void,
  ): Promise<ImportReport> {
    const source = await this.sources.find(format, file, given);
    const { rows, reattached, cyclesBroken } = file;
    const skipped = { ...file.skipped };
    const report = {
      source: source.name,
      rows,
      posts: 0,
      imported: 0,
      skipped,
      reattached,
      cyclesBroken,
    };
    const byPage = groupBy(file.comments, ({ pageForeignId }) => pageForeignId);
    let done = 0;
    for (const page of file.pages) {
      const comments = byPage.get(page.foreignId)!;
      const outcome = await this.writePage(source, page, comments);
      report.posts += Number(outcome.made);
      report.imported += outcome.imported;
      for (const [reason, count] of Object.entries(outcome.skipped)) {
        skipped[reason as SkipReason] = (skipped[reason as SkipReason] ?? 0) + count;
      }
      done += comments.length;
      onProgress(done, file.comments.length);
    }
    return report;
  }

  /**
   * Writes the new comments of a page. A page whose discussion was deleted gets none.
   * @param source by which foreign ids are distinguished
   * @param comments of this page only, parents before replies
   */
  async writePage(
    source: string | ImportSource,
    page: ImportedPage,
    comments: readonly ImportedComment[],
  ): Promise<PageOutcome> {
    const from = typeof source === 'string' ? sourceNamed(source) : source;
    const post = await this.acts.run((act) => this.ensurePost(act, from, page, comments));
    const outcome: PageOutcome = { made: post?.made ?? false, imported: 0, skipped: {} };
    for (let at = 0; at < comments.length; at += A_PIECE) {
      const piece = comments.slice(at, at + A_PIECE);
      const imported = post && (await this.writePiece(from, post.postId, piece, at));
      const left = piece.length - (imported ?? 0);
      const reason = imported === null ? 'deleted_post' : 'already_there';
      if (left > 0) outcome.skipped[reason] = (outcome.skipped[reason] ?? 0) + left;
      outcome.imported += imported ?? 0;
    }
    return outcome;
  }

  /**
   * @param from the index of the first of these in its page
   * @returns the number of new comments; null if the post has ended meanwhile
   */
  private async writePiece(
    source: ImportSource,
    postId: string,
    comments: readonly ImportedComment[],
    from: number,
  ): Promise<number | null> {
    // Done before the head is locked, because it is the slow part.
    const texts = comments.map(textOf);
    const { written, authors } = await this.acts.run(async (act) => {
      await this.log.lock(act, postId);
      const terms = await this.posts.findTerms(postId, act);
      if (!terms) return { written: null, authors: new FoundAuthors() };
      const known = await this.imports.findKnown(act, postId, source.name, comments);
      const found = new FoundAuthors();
      const rows: CommentEntity[] = [];
      for (const [at, comment] of comments.entries()) {
        const before = known.get(comment.foreignId);
        if (before) {
          await this.noteAddress(act, before.authorId, comment, found);
          continue;
        }
        const authorId = await this.ensureAuthor(act, source, comment, found);
        const place = {
          postId,
          source: source.name,
          authorId,
          postRevision: terms.revision,
          order: from + at,
        };
        const row = rowOf(comment, texts[at], place, known);
        known.set(comment.foreignId, row);
        rows.push(row);
      }
      if (rows.length > 0) await this.insert(act, postId, rows);
      return { written: rows.length, authors: found };
    });
    // Only after the commit: a transaction that is retried has created no authors.
    for (const [key, id] of authors.ids) this.authors.ids.set(key, id);
    for (const id of authors.addressed) this.authors.addressed.add(id);
    return written;
  }

  private async insert(act: Act, postId: string, rows: readonly CommentEntity[]): Promise<void> {
    countReplies(rows);
    await this.imports.insert(act, rows);
    await this.carryUp(act, rows);
    const published = rows.filter((row) => row.status === 'published').length;
    await this.log.append(act, postId, [{ type: 'thread.replaced' }], published);
  }

  /**
   * Finds the post by key, by URL, or by an earlier import of the source; adds a new URL.
   * @returns null when its discussion was deleted
   */
  private async ensurePost(
    act: Act,
    source: ImportSource,
    page: ImportedPage,
    comments: readonly ImportedComment[],
  ): Promise<{ postId: string; made: boolean } | null> {
    const url = page.url !== null && normalisePageUrl(page.url) ? page.url : null;
    if (url !== null) await this.urls.lock(act, url);
    const { post, key } = await this.findNamed(act, source, { key: page.key, url });
    if (!post && (await this.endings.hadPage({ key, url }, act))) return null;
    const sample = sampleOf(comments, () => url);
    const there = post
      ? { id: post.id, isGone: false }
      : await this.imports.findPostId(act, source, { ...page, url }, sample);
    if (there?.isGone) return null;
    if (there) {
      if (url !== null && !(await this.posts.findByPage({ key: null, url }, act)))
        await this.urls.claimIfFree(act, there.id, url);
      return { postId: there.id, made: false };
    }
    const postId = await this.postsService.insert(act, null, {
      madeBy: 'import',
      title: page.title,
      key,
      url,
      mode: page.closed ? 'closed' : 'open',
      source: source.name,
      foreignId: page.foreignId,
      createdAt: page.createdAt,
    });
    return { postId, made: true };
  }

  /** @returns the post with the names of a page, and the key if no other site uses it */
  private async findNamed(act: Act, source: ImportSource, { key, url }: PageName) {
    const post = await this.posts.findByPage({ key, url }, act);
    const [page] = pageAddress(url).spellings;
    if (!post || key === null || page === undefined) return { post, key };
    if (!(await this.imports.isOfAnotherSite(act, post.id, source.name, page)))
      return { post, key };
    return { post: await this.posts.findByPage({ key: null, url }, act), key: null };
  }

  private async ensureAuthor(
    act: Act,
    source: ImportSource,
    comment: ImportedComment,
    found: FoundAuthors,
  ): Promise<string> {
    const key = `${source.name}\n${comment.author.foreignKey}`;
    const id =
      this.authors.ids.get(key) ??
      found.ids.get(key) ??
      (await this.insertAuthor(act, source, comment));
    found.ids.set(key, id);
    await this.noteAddress(act, id, comment, found);
    return id;
  }

  private async insertAuthor(
    act: Act,
    source: ImportSource,
    { author: { foreignKey, name: displayName }, createdAt }: ImportedComment,
  ): Promise<string> {
    const named = { source: source.ofNewAuthors, foreignKey, displayName };
    // If several sites were imported under one name, each has its own authors.
    const known =
      source.name === source.ofNewAuthors
        ? null
        : await this.importedAuthors.find(act, { ...named, source: source.name });
    return known ?? this.importedAuthors.insert(act, { id: newId(), ...named, createdAt });
  }

  /** Comments may lack the address of their author. It is recorded once, even for existing ones. */
  private async noteAddress(
    act: Act,
    authorId: string,
    { author: { address } }: ImportedComment,
    found: FoundAuthors,
  ): Promise<void> {
    if (!address || this.authors.addressed.has(authorId) || found.addressed.has(authorId)) return;
    await this.addresses.note(act, authorId, address.reveal());
    found.addressed.add(authorId);
  }

  /** Replies to existing comments are counted there, and may make tombstones visible again. */
  private async carryUp(act: Act, rows: readonly CommentEntity[]): Promise<void> {
    const own = new Set(rows.map((row) => row.id));
    const replies = new Map<string, number>();
    for (const { listed, parentId } of rows) {
      if (!listed || parentId === null || own.has(parentId)) continue;
      replies.set(parentId, (replies.get(parentId) ?? 0) + 1);
    }
    const counted = await this.imports.countReplies(act, replies);
    for (const [parentId, count] of replies) {
      if (counted.has(parentId)) continue;
      for (let n = 0; n < count; n++) await this.transitions.carryUp(act, parentId, 1);
    }
  }
}
