import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { BOUNDS } from '../../auth/limits/bounds.js';
import { type Act, Acts } from '../../acts/acts.js';
import type { Queryable } from '../../database/database.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import { type Answer, created, done } from '../../input/answer.js';
import { type Gone, inLane } from '../../input/fair-queue.js';
import type { Asker } from '../../users/viewer/asker.js';
import { InvalidInput } from '../../problems/general.errors.js';
import { Authority } from '../../users/accounts/authority.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import { isModerator, type Member } from '../../users/viewer/viewer.js';
import { type PageCheck, PageChecksRepository } from '../writing/page-checks.repository.js';
import { PageFetches } from './page-fetches.js';
import { addressTitle, isSignedKey, keyOf, type ReadPage } from './page-naming.js';
import type { CreatePageDto, FindPageQuery } from './host-pages.dto.js';
import type { PageName } from '../shape/page-address.sql.js';
import type { PostView } from '../shape/posts.dto.js';
import {
  PageNotBegun,
  PagesMadeByStaff,
  PostGone,
  PostNameTaken,
  PostNotFound,
  TooManyUnverifiedPages,
} from '../shape/posts.errors.js';
import { PostEndingsRepository } from '../endings/post-endings.repository.js';
import { PostsRepository } from '../shape/posts.repository.js';
import { PostUrls } from '../writing/post-urls.js';
import { PostsService } from '../writing/posts.service.js';

/**
 * The most unverified pages of one account in a day. If the pages of a site can be fetched, nobody
 * should reach this limit.
 */
const MAX_UNVERIFIED = BOUNDS['unverified pages'].most;

/**
 * Posts for pages of the host site, found by key or by URL. A reader only names a page: its title
 * is read from the page itself.
 */
@Injectable()
export class HostPagesService {
  constructor(
    private readonly posts: PostsRepository,
    private readonly service: PostsService,
    private readonly checks: PageChecksRepository,
    private readonly fetches: PageFetches,
    private readonly authority: Authority,
    private readonly users: UsersRepository,
    private readonly acts: Acts,
    private readonly log: EventLogRepository,
    private readonly config: AppConfig,
    private readonly endings: PostEndingsRepository,
    private readonly urls: PostUrls,
  ) {}

  /** Only reads: requesting a page creates no post. */
  async get({ key, url }: FindPageQuery): Promise<PostView> {
    if (key === undefined && url === undefined) {
      throw InvalidInput.at('?key', 'Give the key of the page, its address, or both.');
    }
    const page = { key: key ?? null, url: url ?? null };
    const post = await this.posts.findByPage(page);
    if (post) return post;
    await this.assertNotDeleted(page);
    throw this.config.pagesByReaders === 'off' ? new PageNotBegun() : new PostNotFound();
  }

  /**
   * The post of a page. It is created if it does not exist: 201, else 200. Concurrent readers get
   * the same post.
   */
  async ensure(member: Asker, input: CreatePageDto, gone: Gone): Promise<Answer<PostView>> {
    if (!this.config.siteOrigins.includes(new URL(input.url).origin)) {
      throw InvalidInput.at('/url', 'This must be a page of one of the configured site origins.');
    }
    const asked = { key: input.key ?? null, url: input.url };
    const existing = await this.posts.findByPage(asked);
    if (existing) return this.lead(member, existing);
    try {
      await this.authorise(member, input);
    } catch (error) {
      return this.acts.refuse(member.idempotencyKey, error);
    }
    const page = await this.fetches.find(input.url, inLane(member.id, gone));
    try {
      return await this.acts.once(member.idempotencyKey, async (act) => {
        const now = await this.authority.confirm(act, member, 'signed-in');
        return this.make(act, now, input, page);
      });
    } catch (error) {
      const other = error instanceof PostNameTaken && (await this.posts.findByPage(asked));
      if (!other) throw error;
      return this.lead(member, other);
    }
  }

  /** Answers with an existing post. A repeated request gets its first answer. */
  private lead({ idempotencyKey }: Asker, post: PostView): Promise<Answer<PostView>> {
    return this.acts.once(idempotencyKey, async () => done(post));
  }

  /** Lists a page that now confirms its URL. Its held comments still wait for moderators. */
  async verify({ postId, url }: PageCheck, page: ReadPage): Promise<void> {
    await this.acts.run(async (act) => {
      await this.log.lock(act, postId);
      // Staff may have decided meanwhile, or changed the URL.
      const check = await this.checks.find(act, postId);
      const post = check?.url === url ? await this.posts.find(postId, act) : null;
      if (!check || !post) return;
      const key = post.key === null ? keyOf(page, check) : null;
      const isFree = key !== null && (await this.posts.isFree(act, { key }));
      const { named, title, language } = page;
      await this.service.fill(act, post, {
        key: isFree ? key : undefined,
        ...(named && { title: title ?? undefined, language: language ?? undefined, listed: true }),
      });
    });
  }

  private async make(
    act: Act,
    maker: Member,
    { url, key = null, keySignature }: CreatePageDto,
    page: ReadPage | null,
  ): Promise<Answer<PostView>> {
    const byStaff = isModerator(maker);
    const named = page?.named ? page : null;
    const verified = byStaff || named !== null;
    if (!verified) {
      await this.users.lock(act, maker.id);
      await this.assertFewUnverified(maker, act);
    }
    const { pageKeySecret } = this.config;
    const keySigned =
      key !== null && !!keySignature && isSignedKey(key, keySignature, pageKeySecret);
    const shown = byStaff && key !== null ? key : keyOf(page, { key, keySigned });
    // A requested key of an existing post finds that post; another key of the page must be free.
    const counts =
      shown === key || (shown !== null && (await this.posts.isFree(act, { key: shown })));
    const known = { key: counts ? shown : null, url };
    // An invalid key counts as none. The post may have been created meanwhile, or under another
    // spelling.
    await this.urls.lock(act, url);
    const there = await this.posts.findByPage(known, act);
    if (there) return done(there);
    await this.assertNotDeleted(known, act);
    const postId = await this.service.insert(act, maker.id, {
      ...known,
      title: named?.title ?? addressTitle(url),
      language: named?.language ?? undefined,
      madeBy: byStaff ? 'staff' : 'reader',
      verified,
    });
    if (!verified) await this.checks.insert(act, { postId, url, key, keySigned }, maker.id);
    return created((await this.posts.find(postId, act))!);
  }

  /**
   * Staff vouch for the pages that they name.
   * @throws PostGone
   * @throws PagesMadeByStaff
   * @throws TooManyUnverifiedPages
   */
  private async authorise(member: Member, { key, url }: CreatePageDto): Promise<void> {
    await this.assertNotDeleted({ key: key ?? null, url });
    if (isModerator(member)) return;
    if (this.config.pagesByReaders === 'off') throw new PagesMadeByStaff();
    await this.assertFewUnverified(member);
  }

  private async assertFewUnverified({ id }: Member, from?: Queryable): Promise<void> {
    if (!this.config.rateLimits) return;
    if ((await this.checks.countOf(id, from)) >= MAX_UNVERIFIED) throw new TooManyUnverifiedPages();
  }

  private async assertNotDeleted(page: PageName, from?: Queryable): Promise<void> {
    if (await this.endings.hadPage(page, from)) throw new PostGone();
  }
}
