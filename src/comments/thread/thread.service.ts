import { Injectable } from '@nestjs/common';
import { decodeNumberCursor, pageOf } from '../../database/keyset.js';
import { EventLog } from '../../events/event-log.js';
import type { PageQuery } from '../../input/paging.js';
import type { Gone } from '../../input/fair-queue.js';
import { PostNotFound } from '../../posts/shape/posts.errors.js';
import { PostsRepository } from '../../posts/shape/posts.repository.js';
import { isModerator, type Viewer } from '../../users/viewer/viewer.js';
import { EventViews } from './event-views.js';
import type { EventsQuery, EventsView } from './event-views.dto.js';
import type { CachedPage } from './cached-page.js';
import type {
  CommentRevisionListView,
  RepliesQuery,
  SingleCommentView,
  ThreadQuery,
  ContextView,
} from '../shape/comments.dto.js';
import { CommentNotFound } from '../shape/comments.errors.js';
import { CommentsRepository } from '../shape/comments.repository.js';
import type { ForeignIdQuery, ForeignIdView } from './imported-links.dto.js';
import { ImportedLinksRepository } from './imported-links.repository.js';
import { PageCache } from './page-cache.js';
import { boundedDepth, pageRequestOf, type Listing } from './thread-page-statement.js';
import { ThreadRepository } from './thread.repository.js';
import { audienceOf } from '../shape/visibility.js';
import { Answer } from '../../input/answer.js';

const LIMIT = 20;
/** The letter of the cursors of revisions. */
const REVISIONS = 'v';
const DEPTH = 3;
const REPLIES = 3;

/** Reading threads, branches, comments and their history. */
@Injectable()
export class ThreadService {
  constructor(
    private readonly thread: ThreadRepository,
    private readonly cache: PageCache,
    private readonly comments: CommentsRepository,
    private readonly posts: PostsRepository,
    private readonly log: EventLog,
    private readonly clientEvents: EventViews,
    private readonly importedLinks: ImportedLinksRepository,
  ) {}

  async getPage(postRef: string, { sort = 'newest', ...query }: ThreadQuery): Promise<CachedPage> {
    const postId = await this.posts.findId(postRef);
    const page = postId && (await this.page(postId, sort, query));
    if (!page) throw new PostNotFound();
    return page;
  }

  listExcerpts(ids: readonly string[]): Promise<Map<string, string>> {
    return this.thread.listExcerpts(ids);
  }

  async getReplies(id: string, query: RepliesQuery): Promise<CachedPage> {
    const postId = await this.comments.findListedPostId(id);
    const page = postId && (await this.page(postId, 'replies', query, id));
    if (!page) throw new CommentNotFound();
    return page;
  }

  async getComment(viewer: Viewer, id: string): Promise<SingleCommentView> {
    const comment = await this.comments.findView(id, audienceOf(viewer));
    if (!comment) throw new CommentNotFound();
    return comment;
  }

  async getContext(viewer: Viewer, id: string): Promise<Answer<ContextView>> {
    const context = await this.thread.findContext(id, audienceOf(viewer), REPLIES);
    if (!context) throw new CommentNotFound();
    const { seq, items, omitted } = context;
    return new Answer(
      200,
      `{"seq":${seq},"epoch":"${this.log.epoch}","items":${items},"omitted":${omitted},"focusId":"${id}"}`,
    );
  }

  async listRevisions(
    viewer: Viewer,
    id: string,
    { limit = LIMIT, cursor }: PageQuery,
  ): Promise<CommentRevisionListView> {
    const comment = await this.getComment(viewer, id);
    const after = cursor === undefined ? 0 : decodeNumberCursor(REVISIONS, cursor);
    // The texts of a tombstone are not shown.
    if (comment.body === null) return { items: [], nextCursor: null };
    // An erased author is null, which must not match the missing id of a guest.
    const own = viewer !== null && comment.author?.id === viewer.id;
    const rows = await this.comments.listRevisions(id, {
      withSilent: own || isModerator(viewer),
      after,
      limit: limit + 1,
    });
    return pageOf(rows, limit, ({ version }) => `${REVISIONS}${version}`);
  }

  /** Resolves old links to imported comments, such as `#comment-123`, to their new ids. */
  async findImported(
    postRef: string,
    { id: foreignId, source }: ForeignIdQuery,
  ): Promise<ForeignIdView> {
    const post = await this.posts.find(postRef);
    if (!post) throw new PostNotFound();
    const id = await this.importedLinks.find(post.id, foreignId, source ?? null);
    if (id === null) throw new CommentNotFound();
    return { id };
  }

  async listEvents(
    postRef: string,
    { after = 0, limit = 100, epoch }: EventsQuery,
    gone: Gone,
  ): Promise<EventsView> {
    const postId = await this.posts.findId(postRef);
    const piece = postId && (await this.clientEvents.read(postId, { after, epoch }, limit, gone));
    if (!piece) throw new PostNotFound();
    const { seq, events, resync } = piece;
    return { seq, epoch: piece.epoch, events, ...(resync ? { resync } : {}) };
  }

  private async page(
    postId: string,
    listing: Listing,
    query: RepliesQuery,
    parentId?: string,
  ): Promise<CachedPage | null> {
    const { limit = LIMIT, depth = DEPTH, replies = REPLIES, cursor } = query;
    const request = pageRequestOf(listing, cursor);
    const levels = boundedDepth(limit, depth, replies);
    const key = [postId, listing, parentId, limit, levels, replies, cursor].join(' ');
    return this.cache.get(key, postId, () =>
      this.thread.findPage({
        postId,
        parentId,
        ...request,
        limit,
        levels,
        replies,
        epoch: this.log.epoch,
      }),
    );
  }
}
