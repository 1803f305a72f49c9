import { say } from '../harness/say.js';
import type { Person } from '../chaos/site.js';
import type { Stage } from './stage.js';
import { HEAVY, manyBytes, worstOf } from './texts.js';

/** Time a fresh member has for preparation; the ground then uses what exists. */
const PREPARED_WITHIN_MS = 60_000;
const AT_ONCE = 8;
const LARGEST_QUOTE = 1_000;

interface Written {
  id: string;
  version: number;
}

/** A discussion that costs as much as possible. */
export interface Ground {
  postId: string;
  slug: string;
  /** In order of creation. */
  comments: Written[];
  /** Changes the post where no page shows it, so that every cached page is rebuilt. */
  touch(): Promise<unknown>;
}

/**
 * What fresh members prepare before an attack, through the API only; each is created when the first
 * attack needs it. Staff create only the posts, as they do for their readers.
 */
export class Grounds {
  private readonly made = new Map<string, Promise<Ground>>();

  /** @param scale of the amount of text; 1 is the full amount */
  constructor(
    readonly stage: Stage,
    private readonly scale: number,
  ) {}

  /** Trees of maximum-size comments, each anchored to its own passage and quoting five times. */
  wall(): Promise<Ground> {
    return this.once('wall', async (post, pace) => {
      const by = this.stage.writer(0);
      const first = await this.write(post, by, { body: HEAVY });
      const quotes = Array.from({ length: 5 }, (_, n) => piece(first, n));
      const comments = [first];
      let parents: (string | undefined)[] = [undefined];
      for (const [level, width] of [this.scaled(25), 3, 3, 3].entries()) {
        const below = parents.flatMap((parent) => Array.from({ length: width }, () => parent));
        const written = await pace(below, (parentId, nth) =>
          this.write(post, by, {
            body: worstOf(nth + level),
            parentId,
            quotes,
            anchor: anchorOf(comments.length + nth),
          }),
        );
        comments.push(...written);
        parents = written.map(({ id }) => id);
      }
      return comments;
    });
  }

  /** A comment, and a hundred large ones that reply to it and quote it. */
  quoted(): Promise<Ground> {
    return this.once('quoted', async (post, pace) => {
      const source = await this.write(post, this.stage.writer(1), { body: HEAVY });
      const quotes = Array.from({ length: 5 }, (_, n) => piece(source, n));
      const body = { body: HEAVY, parentId: source.id, quotes };
      const quoting = await pace(Array.from({ length: 99 }), () =>
        this.write(post, this.stage.writer(2), body),
      );
      return [source, ...quoting];
    });
  }

  /** Comments on passages of maximum length. */
  anchored(): Promise<Ground> {
    return this.once('anchored', (post, pace) =>
      pace(Array.from({ length: this.scaled(1_000) }), (_, nth) =>
        this.write(post, this.stage.writer(3), { body: 'a', anchor: anchorOf(nth) }),
      ),
    );
  }

  /** A chain of replies, sixty levels deep. */
  deep(): Promise<Ground> {
    return this.once('deep', async (post) => {
      const comments: Written[] = [];
      for (let nth = 0; nth < 60; nth++) {
        const parentId = comments.at(-1)?.id;
        comments.push(await this.write(post, this.stage.writer(3), { body: HEAVY, parentId }));
      }
      return comments;
    });
  }

  /** One comment that was edited many times after it got a reply. */
  edited(): Promise<Ground> {
    return this.once('edited', async (post, pace) => {
      const by = this.stage.writer(4);
      const comment = await this.write(post, by, { body: HEAVY });
      await this.write(post, this.stage.writer(5), { body: 'An answer.', parentId: comment.id });
      let taken = 0;
      const edit = async (_: unknown, nth: number) => {
        const { status, text } = await this.stage.asker.get({
          method: 'PATCH',
          path: `/api/v1/comments/${comment.id}`,
          by,
          headers: { 'if-match': `"${comment.version}"` },
          body: { body: `${nth} ${HEAVY}` },
        });
        if (status !== 200) return;
        comment.version = (JSON.parse(text) as Written).version;
        taken++;
      };
      await pace(Array.from({ length: this.scaled(500) }), edit, 1);
      say(`edited ${taken} times`);
      return [comment];
    });
  }

  /** A thousand votes of one member, and a hundred of their large comments, all held. */
  held(): Promise<Ground> {
    return this.once('held', async (post, pace) => {
      const member = this.stage.writer(6);
      const small = await pace(Array.from({ length: this.scaled(1_000) }), (_, nth) =>
        this.write(post, this.stage.writer(7), { body: `Comment ${nth}.` }),
      );
      await pace(small, ({ id }) =>
        this.stage.asker.json({
          method: 'PUT',
          path: `/api/v1/comments/${id}/vote`,
          by: member,
          body: { value: -1 },
        }),
      );
      await this.stage.asker.json({
        method: 'PATCH',
        path: `/api/v1/posts/${post}`,
        by: this.stage.admin,
        body: { mode: 'premoderated' },
      });
      await pace(Array.from({ length: this.scaled(100) }), () =>
        this.write(post, member, { body: HEAVY }),
      );
      return small;
    });
  }

  /** A post without comments. */
  async fresh(fields: object = {}): Promise<string> {
    return (await this.createPost(fields)).id;
  }

  async write(post: string, by: Person, body: object): Promise<Written> {
    const path = `/api/v1/posts/${post}/comments`;
    return this.stage.asker.json({ method: 'POST', path, by, body });
  }

  private once(
    name: string,
    make: (post: string, pace: Pace) => Promise<Written[]>,
  ): Promise<Ground> {
    const known = this.made.get(name) ?? this.make(make, name);
    this.made.set(name, known);
    return known;
  }

  private async make(
    make: (post: string, pace: Pace) => Promise<Written[]>,
    name: string,
  ): Promise<Ground> {
    const startedAt = performance.now();
    const { id: postId, slug } = await this.createPost({});
    const comments = await make(postId, paceUntil(startedAt + PREPARED_WITHIN_MS));
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
    say(`prepared ${name}: ${comments.length} comments in ${seconds} s`);
    // A page shows three replies; the fourth and later ones are behind them.
    const reply = { body: 'An answer behind the others.', parentId: comments[0].id };
    const touch = () => this.write(postId, this.stage.writer(8), reply);
    return { postId, slug, comments, touch };
  }

  private createPost(fields: object): Promise<{ id: string; slug: string }> {
    const name = crypto.randomUUID().slice(0, 8);
    return this.stage.asker.json({
      method: 'POST',
      path: '/api/v1/posts',
      by: this.stage.admin,
      body: { slug: `abused-${name}`, title: `Review ${name}`, ...fields },
    });
  }

  private scaled(count: number): number {
    return Math.max(4, Math.round(count * this.scale));
  }
}

type Pace = <In, Out>(
  inputs: readonly In[],
  work: (input: In, nth: number) => Promise<Out>,
  atOnce?: number,
) => Promise<Out[]>;

/** Works off a list concurrently, until it is done or the time is up. */
function paceUntil(deadline: number): Pace {
  return async (inputs, work, atOnce = AT_ONCE) => {
    const done: Awaited<ReturnType<typeof work>>[] = [];
    let next = 0;
    const worker = async () => {
      while (next < inputs.length && performance.now() < deadline) {
        const nth = next++;
        done.push(await work(inputs[nth], nth));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return done;
  };
}

function piece({ id, version }: Written, nth: number): object {
  const start = nth * LARGEST_QUOTE;
  return { commentId: id, version, start, end: start + LARGEST_QUOTE };
}

/** A passage of a host page whose text the service does not know. */
function anchorOf(nth: number): object {
  return {
    quote: {
      exact: `${nth} ${manyBytes(990, 16_000)}`,
      prefix: manyBytes(100, 2_000),
      suffix: manyBytes(100, 2_000),
    },
    position: { start: nth, end: nth + 1_000 },
  };
}
