import { Injectable } from '@nestjs/common';
import { idAt, newId } from '../../database/ids.js';
import { type Act, Acts } from '../../events/acts.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import { CommentTransitions } from '../../comments/comment-transitions.js';
import type { CommentEntity } from '../../comments/comment.entity.js';
import { PostsRepository } from '../../posts/posts.repository.js';
import { PostsService } from '../../posts/posts.service.js';
import { RENDERER_VERSION, renderMarkdown } from '../../text/markdown.js';
import { normalisePageUrl } from '../../text/page-url.js';
import { UsersRepository } from '../../users/users.repository.js';
import type { ImportedComment, ImportedPage, ImportedState } from '../formats/import-records.js';
import { type KnownComment, ImportsRepository } from './imports.repository.js';

/** Rows of one insert. */
const CHUNK = 500;

const IMPORTED_HOLD = [
  { rule: 'imported-held', detail: 'The comment was not approved where it was imported from.' },
];

/** What is set by the state that a comment had where it comes from. */
const STATES: Readonly<
  Record<ImportedState, Pick<CommentEntity, 'status' | 'removedBy' | 'removalReason' | 'hold'>>
> = {
  published: { status: 'published', removedBy: null, removalReason: null, hold: null },
  held: { status: 'held', removedBy: null, removalReason: null, hold: IMPORTED_HOLD },
  spam: { status: 'removed', removedBy: 'moderation', removalReason: 'spam', hold: null },
  deleted: { status: 'deleted', removedBy: 'author', removalReason: null, hold: null },
};

export interface PageOutcome {
  made: boolean;
  imported: number;
  alreadyThere: number;
}

/** Writes the pages of an import, each in one transaction with one event. */
@Injectable()
export class ImportWriter {
  private readonly authors = new Map<string, string>();

  constructor(
    private readonly acts: Acts,
    private readonly log: EventLogRepository,
    private readonly posts: PostsRepository,
    private readonly postsService: PostsService,
    private readonly users: UsersRepository,
    private readonly imports: ImportsRepository,
    private readonly transitions: CommentTransitions,
  ) {}

  /**
   * Writes a page's comments that are not there yet. The same again changes nothing.
   * @param source the system it comes from; foreign ids are told apart by it
   * @param comments of this page alone, parents before replies
   */
  async writePage(
    source: string,
    page: ImportedPage,
    comments: readonly ImportedComment[],
  ): Promise<PageOutcome> {
    return this.acts.run(async (act) => {
      const { postId, made } = await this.ensurePost(act, source, page, comments);
      await this.log.lock(act, postId);
      const { revision } = await this.posts.getTerms(act, postId);
      const known = await this.imports.findKnown(act, postId, source);
      const fresh = comments.filter((comment) => !known.has(comment.foreignId));
      const rows: CommentEntity[] = [];
      for (const [order, comment] of fresh.entries()) {
        const authorId = await this.ensureAuthor(act, source, comment);
        const row = rowOf(comment, { postId, source, authorId, revision, order }, known);
        known.set(comment.foreignId, row);
        rows.push(row);
      }
      countReplies(rows);
      for (let at = 0; at < rows.length; at += CHUNK)
        await this.imports.insert(act, rows.slice(at, at + CHUNK));
      await this.carryUp(act, rows);
      if (rows.length > 0) {
        const published = rows.filter((row) => row.status === 'published').length;
        await this.log.append(act, postId, [{ type: 'thread.replaced' }], published);
      }
      return { made, imported: rows.length, alreadyThere: comments.length - fresh.length };
    });
  }

  /** By key, then by address, then by what an earlier import of the same page made. */
  private async ensurePost(
    act: Act,
    source: string,
    page: ImportedPage,
    comments: readonly ImportedComment[],
  ): Promise<{ postId: string; made: boolean }> {
    const url = page.url !== null && normalisePageUrl(page.url) ? page.url : null;
    const found =
      (await this.posts.findByPage(page.key, url === null ? null : normalisePageUrl(url), act))
        ?.id ?? (await this.imports.findPostId(act, source, page, comments));
    if (found) return { postId: found, made: false };
    const postId = await this.postsService.insert(act, null, {
      title: page.title,
      key: page.key,
      url,
      mode: page.closed ? 'closed' : 'open',
      source,
      foreignId: page.foreignId,
      createdAt: page.createdAt,
    });
    return { postId, made: true };
  }

  private async ensureAuthor(
    act: Act,
    source: string,
    { author, createdAt }: ImportedComment,
  ): Promise<string> {
    const key = `${source}\n${author.foreignKey}`;
    const cached = this.authors.get(key);
    if (cached) return cached;
    const id = await this.users.insertImported(act, {
      id: newId(),
      displayName: author.name,
      source,
      foreignKey: author.foreignKey,
      createdAt,
    });
    this.authors.set(key, id);
    return id;
  }

  /** Replies to comments that an earlier import brought count there, and may bring tombstones back. */
  private async carryUp(act: Act, rows: readonly CommentEntity[]): Promise<void> {
    const own = new Set(rows.map((row) => row.id));
    for (const row of rows) {
      if (row.listed && row.parentId !== null && !own.has(row.parentId)) {
        await this.transitions.carryUp(act, row.parentId, 1);
      }
    }
  }
}

function rowOf(
  comment: ImportedComment,
  place: { postId: string; source: string; authorId: string; revision: number; order: number },
  known: ReadonlyMap<string, KnownComment>,
): CommentEntity {
  const id = idAt(comment.createdAt, place.order);
  const parent = comment.parentForeignId === null ? undefined : known.get(comment.parentForeignId);
  const text = comment.state === 'deleted' ? '' : comment.body;
  return {
    id,
    postId: place.postId,
    parentId: parent?.id ?? null,
    rootId: parent?.rootId ?? id,
    depth: parent ? parent.depth + 1 : 0,
    authorId: place.authorId,
    ...STATES[comment.state],
    listed: false,
    version: 1,
    replyCount: 0,
    upvotes: 0,
    downvotes: 0,
    pinned: false,
    featured: false,
    locked: false,
    lockCount: parent?.lockCount ?? 0,
    postRevision: place.revision,
    renderer: RENDERER_VERSION,
    createdAt: comment.createdAt,
    publishedAt: comment.state === 'held' ? null : comment.createdAt,
    editedAt: null,
    anchor: comment.anchor ?? null,
    quotes: null,
    source: place.source,
    foreignId: comment.foreignId,
    body: text,
    html: text === '' ? '' : renderMarkdown(text),
  };
}

/** Replies stand behind their parents, so from the end everything below a row is settled. */
function countReplies(rows: readonly CommentEntity[]): void {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const row of rows.toReversed()) {
    row.listed = row.status === 'published' || row.replyCount > 0;
    const parent = row.listed && row.parentId !== null ? byId.get(row.parentId) : undefined;
    if (parent) parent.replyCount += 1;
  }
}
