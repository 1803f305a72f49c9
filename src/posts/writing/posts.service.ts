import { Injectable } from '@nestjs/common';
import { BOUNDS } from '../../auth/limits/bounds.js';
import type { Queryable } from '../../database/database.js';
import { newId } from '../../database/ids.js';
import { newestFirst } from '../../database/keyset.js';
import { type Act, Acts } from '../../acts/acts.js';
import { type Answer, created, done } from '../../input/answer.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import type { Asker } from '../../users/viewer/asker.js';
import type { Gone } from '../../input/fair-queue.js';
import { distinctSlug, slugify } from '../../text/plain/slug.js';
import { Authority } from '../../users/accounts/authority.js';
import { RoleRequired } from '../../users/viewer/users.errors.js';
import { isModerator, type Member, type Viewer } from '../../users/viewer/viewer.js';
import { LongTextPool } from '../texts/long-text-pool.js';
import { PageChecksRepository } from './page-checks.repository.js';
import type { PostEntity, PostMaker } from '../shape/post.entity.js';
import type {
  ChangePostDto,
  CreatePostDto,
  FilterPostsQuery,
  PostDetailView,
  PostListView,
  PostView,
} from '../shape/posts.dto.js';
import { PostNotFound, PostNotYours, TooManyEdits } from '../shape/posts.errors.js';
import { PostUrls } from './post-urls.js';
import { PostsRepository } from '../shape/posts.repository.js';
import { mayChangePost } from '../shape/post-permissions.js';

const ORDER = 'p';
/** Scores are hidden at first, so that the first votes do not influence the others. */
const SCORES_HIDDEN_MS = 60 * 60_000;
/** Every former text is kept, because passages and updates refer to it and readers can read it. */
const MAX_EDITS = BOUNDS['edits of a post'].most;

/** A text and its HTML; both are null for a page of the host site. */
export interface Written {
  body: string | null;
  html: string | null;
}

/** A page of the host site. */
const ELSEWHERE: Written = { body: null, html: null };

/** A new post of an editor, an embed or an import. */
export interface NewPost extends Omit<CreatePostDto, 'body'> {
  madeBy?: PostMaker;
  /** False for a page that has not confirmed its URL; then it is not listed either. */
  verified?: boolean;
  source?: string;
  foreignId?: string;
  createdAt?: Date;
}

@Injectable()
export class PostsService {
  constructor(
    private readonly posts: PostsRepository,
    private readonly log: EventLogRepository,
    private readonly authority: Authority,
    private readonly acts: Acts,
    private readonly long: LongTextPool,
    private readonly checks: PageChecksRepository,
    private readonly urls: PostUrls,
  ) {}

  async get(ref: string): Promise<PostDetailView> {
    return this.detail(await this.getPost(ref));
  }

  /** Checked again within the transaction, because the post may have ended meanwhile. */
  private async getPost(ref: string, from?: Queryable): Promise<PostView> {
    const post = await this.posts.find(ref, from);
    if (!post) throw new PostNotFound();
    return post;
  }

  /** @throws RoleRequired */
  async list(viewer: Viewer, query: FilterPostsQuery): Promise<PostListView> {
    const { list = 'listed' } = query;
    if (list !== 'listed' && !isModerator(viewer)) {
      throw new RoleRequired('moderators and administrators');
    }
    const page = await newestFirst(ORDER, query, (limit, before) =>
      this.posts.list(limit, before, list),
    );
    return { ...page, items: page.items.map(({ post }) => post) };
  }

  /** @param gone whether the client has disconnected */
  async create(
    member: Asker,
    { body = null, ...input }: CreatePostDto,
    gone?: Gone,
  ): Promise<Answer<PostDetailView>> {
    const text = await this.written(body, gone);
    return this.acts.once(member.idempotencyKey, async (act) => {
      await this.authority.confirm(act, member, 'staff');
      const id = await this.insert(act, member.id, input, text);
      return created(await this.detail(await this.getPost(id, act), act));
    });
  }

  /**
   * Inserts a new post with its first revision, its URL and the head of its log.
   * @returns its id
   * @throws PostNameTaken
   */
  async insert(
    act: Act,
    editorId: string | null,
    input: NewPost,
    text: Written = ELSEWHERE,
  ): Promise<string> {
    const id = newId();
    const { title, summary = null, verified, createdAt = new Date() } = input;
    if (input.madeBy === undefined) await this.urls.release(act, input);
    if (input.url) await this.urls.lock(act, input.url);
    const slug = await this.takeSlug(act, input, id);
    const scoresHiddenUntil = hiddenUntil(createdAt);
    const times = { createdAt, updatedAt: createdAt, scoresHiddenUntil };
    await this.posts.insert(act, { ...input, id, slug, listed: verified, ...times });
    await this.log.open(act, id);
    const revision = { postId: id, revision: 1, title, summary, ...text, editorId, createdAt };
    await this.posts.insertRevision(act, revision);
    // Several pages may have one URL and differ by key. The URL alone finds the first of them.
    const mayShare = input.madeBy !== undefined && !!input.key;
    if (input.url && mayShare) await this.urls.claimIfFree(act, id, input.url);
    else if (input.url) await this.urls.claim(act, id, input.url);
    return id;
  }

  async change(
    member: Asker,
    ref: string,
    input: ChangePostDto,
    gone?: Gone,
  ): Promise<Answer<PostDetailView>> {
    const post = await this.posts.find(ref);
    if (!post) return this.acts.refuse(member.idempotencyKey, new PostNotFound());
    // A long text is rendered only for callers who may write it.
    if (!mayChangePost(member, post, input)) {
      return this.acts.refuse(member.idempotencyKey, new PostNotYours());
    }
    const { id } = post;
    const { locked, body, ...columns } = input;
    const text = body === undefined ? undefined : await this.written(body, gone);
    const ask = async (from: Queryable, who: Member = member) => {
      const before = await this.getPost(id, from);
      if (!mayChangePost(who, before, input)) throw new PostNotYours();
      return before;
    };
    const work = async (act: Act) => {
      await this.log.lock(act, id);
      const before = await ask(act, await this.authority.confirm(act, member, 'signed-in'));
      await this.write(act, member.id, before, columns, text);
      if (locked !== undefined) await this.setLocked(act, before, locked);
      return done(await this.detail(await this.getPost(id, act), act));
    };
    return this.acts.once(member.idempotencyKey, work, ask);
  }

  /**
   * Locks or unlocks a post that was read under the lock of its log.
   * @returns whether the state has changed
   */
  async setLocked(act: Act, post: PostView, locked: boolean): Promise<boolean> {
    if (post.locked === locked) return false;
    await this.posts.update(act, post.id, { locked, updatedAt: new Date() });
    await this.log.append(act, post.id, [{ type: locked ? 'post.locked' : 'post.unlocked' }]);
    return true;
  }

  /** Adds a URL of the host site to the post. A repetition changes nothing. */
  async addUrl(member: Asker, ref: string, url: string): Promise<Answer<PostDetailView>> {
    const post = await this.posts.find(ref);
    if (!post) return this.acts.refuse(member.idempotencyKey, new PostNotFound());
    return this.acts.once(member.idempotencyKey, async (act) => {
      // A merge moves all URLs of the post; the lock serialises the merge and this change.
      await this.log.lock(act, post.id);
      await this.authority.confirm(act, member, 'staff');
      await this.urls.release(act, { url });
      await this.urls.claim(act, post.id, url);
      return created(await this.detail(await this.getPost(post.id, act), act));
    });
  }

  /** Changes the text of a post that was read under the lock of its log. */
  async rewrite(act: Act, editorId: string, post: PostView, text: Written): Promise<void> {
    await this.write(act, editorId, post, {}, text);
  }

  /**
   * Renders a text of a post. Call it before a transaction, not within it.
   * @throws TemporarilyUnavailable
   */
  async written(body: string | null, gone?: Gone): Promise<Written> {
    return { body, html: body === null ? null : await this.long.render(body, gone) };
  }

  /**
   * Gives a post the title and language of its page. The post was read under the lock of its log. A
   * title that was changed since the post was created is kept.
   */
  async fill(
    act: Act,
    post: PostView,
    { title, ...said }: Pick<ChangePostDto, 'title' | 'language' | 'key' | 'listed'>,
  ): Promise<void> {
    const { revision } = await this.posts.getTerms(post.id, act);
    await this.write(act, null, post, { ...said, title: revision === 1 ? title : undefined });
  }

  /** Writes the given fields. A change that readers see becomes a revision. */
  private async write(
    act: Act,
    editorId: string | null,
    before: PostView,
    input: Omit<ChangePostDto, 'locked' | 'body'>,
    text?: Written,
  ): Promise<void> {
    if (!text && Object.values(input).every((value) => value === undefined)) return;
    const changes: Partial<PostEntity> = { ...input, updatedAt: new Date() };
    const last = (await this.posts.findRevision(before.id, act))!;
    const next = {
      title: input.title ?? last.title,
      summary: input.summary === undefined ? last.summary : input.summary,
      ...(text ?? { body: last.body, html: last.html }),
    };
    const rewritten =
      next.title !== last.title || next.summary !== last.summary || next.body !== last.body;
    if (rewritten) {
      if (last.revision > MAX_EDITS) throw new TooManyEdits(MAX_EDITS);
      changes.revision = last.revision + 1;
      await this.posts.insertRevision(act, {
        postId: before.id,
        revision: changes.revision,
        ...next,
        editorId,
        createdAt: changes.updatedAt!,
      });
    }
    if (editorId !== null) await this.urls.release(act, input);
    if (input.url !== undefined) await this.urls.replace(act, before, input.url);
    if (input.slug) await this.posts.lockSlug(act, input.slug);
    if (input.listed) changes.verified = true;
    // A later check must not override a decision of staff on the page.
    if (input.listed !== undefined || input.url === null) await this.checks.delete(act, before.id);
    else if (input.url) await this.checks.redirect(act, before.id, input.url);
    await this.posts.update(act, before.id, changes);
    await this.log.append(act, before.id, [{ type: 'post.updated' }]);
  }

  /**
   * The requested slug, or an unused one made from the title. It is locked against concurrent
   * requests. A requested slug may be in use; then the insert fails.
   */
  private async takeSlug(act: Act, input: NewPost, id: string): Promise<string> {
    const slug = input.slug ?? slugify(input.title);
    await this.posts.lockSlug(act, slug);
    if (input.slug || (await this.posts.isFree(act, { slug }))) return slug;
    return distinctSlug(slug, id);
  }

  private async detail(post: PostView, act?: Act): Promise<PostDetailView> {
    const { body, html, revision } = (await this.posts.findRevision(post.id, act))!;
    return { ...post, body, html, revision, ...(await this.posts.getSettings(post.id, act)) };
  }
}

/** Null if that time has passed already, as for an old imported post. */
function hiddenUntil(createdAt: Date): Date | null {
  const until = new Date(createdAt.getTime() + SCORES_HIDDEN_MS);
  return until.getTime() > Date.now() ? until : null;
}
