import { Module } from '@nestjs/common';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { newId } from '../../src/database/ids.js';
import { type Act, Acts } from '../../src/acts/acts.js';
import { EventLogRepository } from '../../src/events/event-log.repository.js';
import { PostsModule } from '../../src/posts/posts.module.js';
import { PostsRepository } from '../../src/posts/shape/posts.repository.js';
import { PostsService } from '../../src/posts/writing/posts.service.js';
import { isSlug } from '../../src/text/plain/slug.js';
import { UsersModule } from '../../src/users/users.module.js';
import { ImportedAuthorsRepository } from '../../src/users/accounts/imported-authors.repository.js';
import { Bodies } from './bodies.js';
import { COMMENT_COLUMNS, commentRows } from './comment-rows.js';
import { Random } from './random.js';
import { AUTHORS, shapeThread } from './thread-shape.js';
import { type Drift, findDrift, PATIENCE_MS } from './verification.js';
import { VOTE_COLUMNS, voteRows } from './vote-rows.js';

/** The post cannot take a thread; the message is a sentence. */
export class PostUnfit extends Error {}

const DAY_MS = 86_400_000;
/** The thread is a month long and ended an hour ago. */
const LENGTH_MS = 30 * DAY_MS;
const ENDED_MS = 3_600_000;

/** Loads a generated thread in one transaction, through the service's own posts, users and log. */
export class ThreadLoader {
  constructor(
    private readonly acts: Acts,
    private readonly log: EventLogRepository,
    private readonly posts: PostsRepository,
    private readonly postsService: PostsService,
    private readonly importedAuthors: ImportedAuthorsRepository,
  ) {}

  /**
   * @param slug of an empty or new post; null creates a unique one
   * @returns the post's id
   * @throws PostUnfit
   */
  async load(
    size: number,
    slug: string | null,
    onProgress: (done: number) => void,
  ): Promise<{ postId: string; slug: string }> {
    const post = await this.ensurePost(size, slug);
    await this.acts.run(async (act) => {
      const authorIds = await this.ensureAuthors(act);
      await this.log.lock(act, post.postId);
      const published = await this.copy(act, size, { ...post, authorIds }, onProgress);
      await this.log.append(act, post.postId, [{ type: 'thread.replaced' }], published);
      // The load changed the tables, so the planner needs new statistics.
      await act.query({ text: 'analyze comments, votes' });
    });
    return post;
  }

  /** @returns the counters that differ from the rows; empty when all match */
  async verify(postId: string): Promise<Drift[]> {
    return this.acts.run(async (act) => {
      await withoutTimeout(act);
      return findDrift(act, postId);
    });
  }

  private async ensurePost(
    size: number,
    slug: string | null,
  ): Promise<{ postId: string; slug: string }> {
    const found = slug === null ? null : await this.posts.find(slug);
    if (found && found.commentCount > 0)
      throw new PostUnfit('That post has comments already; name another, or none.');
    if (found) return { postId: found.id, slug: found.slug };
    if (slug !== null && !isSlug(slug))
      throw new PostUnfit('A slug is lower-case words and digits joined by single hyphens.');
    const free = slug ?? (await this.freeSlug(`bench-${size}`));
    const title = `A thread of ${size.toLocaleString('en')} comments`;
    const createdAt = new Date(Date.now() - ENDED_MS - LENGTH_MS - DAY_MS);
    const postId = await this.acts.run((act) =>
      this.postsService.insert(act, null, { slug: free, title, createdAt }),
    );
    return { postId, slug: free };
  }

  private async freeSlug(wanted: string): Promise<string> {
    for (let nth = 1; ; nth++) {
      const slug = nth === 1 ? wanted : `${wanted}-${nth}`;
      if (!(await this.posts.findId(slug))) return slug;
    }
  }

  /** Every thread has the same authors. */
  private async ensureAuthors(act: Act): Promise<string[]> {
    const ids: string[] = [];
    for (let nth = 1; nth <= AUTHORS; nth++) {
      const displayName = nth % 2 ? `Lasītājs ${nth}` : `Читатель ${nth}`;
      const author = { id: newId(), displayName, source: 'bench', foreignKey: String(nth) };
      ids.push(await this.importedAuthors.insert(act, { ...author, createdAt: new Date() }));
    }
    return ids;
  }

  /** @returns the number of published comments */
  private async copy(
    act: Act,
    size: number,
    { postId, slug, authorIds }: { postId: string; slug: string; authorIds: string[] },
    onProgress: (done: number) => void,
  ): Promise<number> {
    // Shape and texts depend only on the size, ids on the post too.
    const shape = shapeThread(size, new Random(`shape ${size}`));
    const bodies = new Bodies(new Random(`bodies ${size}`));
    const random = new Random(`rows ${size} ${slug}`);
    const to = Date.now() - ENDED_MS;
    const place = { shape, random, postId, authorIds, ids: [] };
    const comments = commentRows({ ...place, bodies, from: to - LENGTH_MS, to }, onProgress);
    await withoutTimeout(act);
    await copyInto(act, `comments (${COMMENT_COLUMNS})`, comments);
    await copyInto(act, `votes (${VOTE_COLUMNS})`, voteRows(place));
    return shape.published;
  }
}

/** Half a million rows exceed the timeouts of requests, in the server and in the driver. */
async function withoutTimeout(act: Act): Promise<void> {
  await act.query({ text: 'set local statement_timeout = 0' });
}

/** @param rows in the text format of `COPY` */
async function copyInto(act: Act, table: string, rows: Iterable<string>): Promise<void> {
  // Uses the transaction's client, since COPY is a stream and not a statement.
  const client = (await act.manager.queryRunner!.connect()) as PoolClient;
  const copy = Object.assign(copyFrom(`copy ${table} from stdin`), { query_timeout: PATIENCE_MS });
  await pipeline(Readable.from(rows), client.query(copy));
}

@Module({
  imports: [PostsModule, UsersModule],
  providers: [
    {
      provide: ThreadLoader,
      useFactory: (...parts: ConstructorParameters<typeof ThreadLoader>) =>
        new ThreadLoader(...parts),
      inject: [Acts, EventLogRepository, PostsRepository, PostsService, ImportedAuthorsRepository],
    },
  ],
})
export class ThreadLoaderModule {}
