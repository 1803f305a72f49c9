import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { InvalidInput } from '../problems/general.errors.js';
import type { PostView } from '../posts/shape/posts.dto.js';
import { PostsRepository } from '../posts/shape/posts.repository.js';
import { UsersRepository } from '../users/accounts/users.repository.js';
import { articlePage } from './article-page.js';
import { articleTextOf } from './article-text.js';
import { DEMO_SLUG } from './demo-review.js';
import { emptyPage } from './empty-page.js';
import { ThreadHtmlService } from './thread-html.service.js';
import type { ThreadHtmlQuery } from './thread-html.dto.js';

/** More updates than these are shown as one text. */
const MAX_REVISIONS = 50;
const MAX_OTHERS = 12;

/** Posts as pages of this service: the demo, and posts that no page of a site shows. */
@Injectable()
export class ArticlePagesService {
  constructor(
    private readonly posts: PostsRepository,
    private readonly users: UsersRepository,
    private readonly threads: ThreadHtmlService,
    private readonly config: AppConfig,
  ) {}

  /** The demo review, else the newest post of the staff, else instructions. */
  async getFront(): Promise<string> {
    const newest = await this.listNewest();
    const shown = await this.posts.findFront(DEMO_SLUG);
    return shown ? this.show(shown, newest, {}) : emptyPage(this.config.publicUrl);
  }

  /** Null when there is no such post. */
  async findArticle(ref: string, query: ThreadHtmlQuery): Promise<string | null> {
    const post = await this.posts.find(ref);
    if (!post) return null;
    const newest = await this.listNewest();
    return this.show(post, newest, query);
  }

  private async listNewest(): Promise<PostView[]> {
    return (await this.posts.list(MAX_OTHERS + 1)).map(({ post }) => post);
  }

  private async show(
    post: PostView,
    newest: readonly PostView[],
    query: ThreadHtmlQuery,
  ): Promise<string> {
    const author = post.authorId === null ? null : await this.users.findById(post.authorId);
    const writing = await this.posts.findWriting(post.id, MAX_REVISIONS);
    const { thread, further } = await this.readThread(post.id, query);
    return articlePage({
      post,
      authorName: author?.displayName ?? null,
      text: articleTextOf(writing),
      thread,
      others: newest.filter(({ id }) => id !== post.id).slice(0, MAX_OTHERS),
      publicUrl: this.config.publicUrl,
      further,
    });
  }

  /** Invalid parameters are ignored: a reader who follows an old link gets the first page. */
  private async readThread(
    postId: string,
    query: ThreadHtmlQuery,
  ): Promise<{ thread: string; further: boolean }> {
    try {
      const { body } = await this.threads.get(postId, query);
      return { thread: body.toString(), further: query.cursor !== undefined };
    } catch (error) {
      if (!(error instanceof InvalidInput) || Object.keys(query).length === 0) throw error;
      return this.readThread(postId, {});
    }
  }
}
