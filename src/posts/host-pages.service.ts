import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { Acts } from '../acts/acts.js';
import { type Answer, created, done } from '../input/answer.js';
import type { Intent } from '../acts/intent.js';
import { InvalidInput } from '../problems/general.errors.js';
import { normalisePageUrl } from '../text/page-url.js';
import { Authority } from '../users/authority.js';
import type { Member } from '../users/viewer.js';
import type { CreatePageDto, PageQuery, PostView } from './posts.dto.js';
import { PostNameTaken, PostNotFound } from './posts.errors.js';
import { PostsRepository } from './posts.repository.js';
import { PostsService } from './posts.service.js';

/** Posts as pages of the host site, known by its key or by an address. */
@Injectable()
export class HostPagesService {
  constructor(
    private readonly posts: PostsRepository,
    private readonly service: PostsService,
    private readonly authority: Authority,
    private readonly acts: Acts,
    private readonly config: AppConfig,
  ) {}

  /** Reads only: looking at a page makes nothing. */
  async get({ key, url }: PageQuery): Promise<PostView> {
    if (key === undefined && url === undefined) {
      throw InvalidInput.at('?key', 'Give the key of the page, its address, or both.');
    }
    const post = await this.find(key ?? null, url ?? null);
    if (!post) throw new PostNotFound();
    return post;
  }

  /**
   * The post of a page, made when it is not there yet: 201, or 200 with the one that is. Readers who
   * come at the same moment get the same post.
   */
  async ensure(
    member: Member,
    input: CreatePageDto,
    intent: Intent | null,
  ): Promise<Answer<PostView>> {
    this.authorise(input.url);
    const existing = await this.find(input.key ?? null, input.url);
    if (existing) return done(existing);
    try {
      return await this.acts.once(intent, async (act) => {
        await this.authority.confirm(act, member, 'signed-in');
        const id = await this.service.insert(act, member.id, input);
        return created((await this.posts.find(id, act))!);
      });
    } catch (error) {
      const other =
        error instanceof PostNameTaken && (await this.find(input.key ?? null, input.url));
      if (!other) throw error;
      return done(other);
    }
  }

  private find(key: string | null, url: string | null): Promise<PostView | null> {
    return this.posts.findByPage(key, url === null ? null : normalisePageUrl(url));
  }

  private authorise(url: string): void {
    if (!this.config.siteOrigins.includes(new URL(url).origin)) {
      throw InvalidInput.at('/url', 'This must be a page of one of the configured site origins.');
    }
  }
}
