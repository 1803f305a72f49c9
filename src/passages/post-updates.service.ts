import { Injectable } from '@nestjs/common';
import { newId } from '../database/ids.js';
import type { Queryable } from '../database/database.js';
import { newestFirst } from '../database/keyset.js';
import { type Act, Acts } from '../acts/acts.js';
import { type Answer, created } from '../input/answer.js';
import { EventLogRepository } from '../events/event-log.repository.js';
import type { Asker } from '../users/viewer/asker.js';
import type { PageQuery } from '../input/paging.js';
import type { Gone } from '../input/fair-queue.js';
import { PostNotFound, PostNotYours } from '../posts/shape/posts.errors.js';
import { PostsRepository } from '../posts/shape/posts.repository.js';
import { LongTextPool } from '../posts/texts/long-text-pool.js';
import { PostsService } from '../posts/writing/posts.service.js';
import { InvalidInput } from '../problems/general.errors.js';
import { Authority } from '../users/accounts/authority.js';
import { type Member } from '../users/viewer/viewer.js';
import type { PostUpdateListView, PostUpdateView, PublishUpdateDto } from './post-updates.dto.js';
import { PostUpdatesRepository } from './post-updates.repository.js';
import { mayPublishUpdate } from '../posts/shape/post-permissions.js';

const ORDER = 'u';

/** Dated updates by the author of a post, and the comments that led to them. */
@Injectable()
export class PostUpdatesService {
  constructor(
    private readonly updates: PostUpdatesRepository,
    private readonly posts: PostsRepository,
    private readonly post: PostsService,
    private readonly log: EventLogRepository,
    private readonly authority: Authority,
    private readonly acts: Acts,
    private readonly long: LongTextPool,
  ) {}

  /**
   * @throws PostNotYours
   * @throws InvalidInput with a pointer to each credit that is no published comment of the post
   */
  async publish(
    member: Asker,
    ref: string,
    input: PublishUpdateDto,
    gone?: Gone,
  ): Promise<Answer<PostUpdateView>> {
    const post = await this.posts.find(ref);
    if (!post) return this.acts.refuse(member.idempotencyKey, new PostNotFound());
    // A long text is rendered only for members who may write it.
    if (!mayPublishUpdate(member, post)) {
      return this.acts.refuse(member.idempotencyKey, new PostNotYours());
    }
    const postId = post.id;
    const { text, body, credits = [] } = input;
    const written = body === undefined ? undefined : await this.post.written(body, gone);
    const update = {
      id: newId(),
      postId,
      authorId: member.id,
      text,
      html: await this.long.renderShown(text, '/text', gone),
    };
    const ask = async (from: Queryable, who: Member = member) => {
      const before = await this.posts.find(postId, from);
      if (!before) throw new PostNotFound();
      if (!mayPublishUpdate(who, before)) throw new PostNotYours();
      return { before, credited: await this.getCredited(from, postId, credits) };
    };
    const work = async (act: Act) => {
      await this.log.lock(act, postId);
      const now = await this.authority.confirm(act, member, 'signed-in');
      const { before, credited } = await ask(act, now);
      // Readers get one event of the update, like any change of the post.
      if (written) await this.post.rewrite(act, member.id, before, written);
      else await this.log.append(act, postId, [{ type: 'post.updated' }]);
      await this.updates.insert(act, update);
      if (credited.length > 0) await this.updates.credit(act, update, credited);
      return created(await this.updates.find(update.id, act));
    };
    return this.acts.once(member.idempotencyKey, work, ask);
  }

  async list(ref: string, query: PageQuery): Promise<PostUpdateListView> {
    const post = await this.posts.find(ref);
    if (!post) throw new PostNotFound();
    const page = await newestFirst(ORDER, query, (limit, before) =>
      this.updates.list(post.id, limit, before),
    );
    return { ...page, items: page.items.map(({ update }) => update) };
  }

  private async getCredited(
    from: Queryable,
    postId: string,
    ids: readonly string[],
  ): Promise<string[]> {
    if (ids.length === 0) return [];
    const asked = ids.map((id) => id.toLowerCase());
    const known = await this.updates.listCreditable(from, postId, asked);
    const faults = asked.flatMap((id, at) =>
      known.has(id)
        ? []
        : [{ pointer: `/credits/${at}`, detail: 'No published comment of this post has this id.' }],
    );
    if (faults.length > 0) throw new InvalidInput(faults);
    return [...known];
  }
}
