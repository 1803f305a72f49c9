import type { PublicPost, PublicTexts, ThreadRow } from './public-texts.repository.js';
import { type PublicComment, publicThread } from './public-thread.js';

export interface PublicThread {
  post: PublicPost;
  /** Must be read to its end before the next thread. */
  comments: AsyncIterable<PublicComment>;
}

/** Reads all public content, thread by thread, in one snapshot. */
export class PublicExport {
  posts = 0;
  comments = 0;

  constructor(
    private readonly texts: PublicTexts,
    private readonly onProgress: (comments: number, of: number) => void,
  ) {}

  async *threads(): AsyncGenerator<PublicThread> {
    await this.texts.begin();
    const all = await this.texts.countComments();
    const rows = this.texts.listThreads();
    let next = await rows.next();
    async function* threadOf(postId: string): AsyncGenerator<ThreadRow> {
      while (!next.done && next.value.postId === postId) {
        yield next.value;
        next = await rows.next();
      }
    }
    for await (const post of this.texts.listPosts()) {
      this.posts += 1;
      yield { post, comments: this.counted(threadOf(post.id), all) };
    }
    await this.texts.end();
  }

  private async *counted(
    thread: AsyncIterable<ThreadRow>,
    all: number,
  ): AsyncGenerator<PublicComment> {
    for await (const comment of publicThread(thread, this.comments)) {
      this.comments += 1;
      yield comment;
      this.onProgress(this.comments, Math.max(all, this.comments));
    }
  }
}
