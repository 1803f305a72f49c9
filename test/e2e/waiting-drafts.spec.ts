import { spyOn } from 'jest-mock';
import { mock } from 'node:test';
import { PageCache } from '../../src/comments/thread/page-cache.js';
import { ThreadService } from '../../src/comments/thread/thread.service.js';
import {
  CommentWriterRepository,
  type DraftRow,
} from '../../src/comments/writing/comment-writer.repository.js';
import { CommentWriter } from '../../src/comments/writing/comment-writer.js';
import { newId } from '../../src/database/ids.js';
import { useSite } from '../support/site.js';
import { createPost, readPage } from '../support/threads.js';
import { until } from '../support/until.js';

/** For a post that does not exist: the draft is written like any other, and refused. */
const draft = (): DraftRow => ({
  id: newId(),
  postId: newId(),
  parentId: null,
  authorId: newId(),
  body: 'text',
  html: '<p>text</p>',
  createdAt: new Date(),
  terms: {
    author: { role: 'member', standing: 'active', newcomer: false },
    post: { mode: 'open', locked: false, verified: true },
  },
  hold: null,
  key: null,
  hash: null,
  anchor: null,
  quotes: null,
});

describe('a busy node', () => {
  const site = useSite({ people: { editor: 'admin' } });

  it('lets comments wait for each other while many read what they change, and only then', async () => {
    // Idle and wait times use a clock that is stopped here, so a busy machine does not change them.
    const clock = spyOn(performance, 'now').mockReturnValue(performance.now());
    const { id } = await createPost(site.app, site.editor);
    await readPage(site.app, id);
    const cache = site.app.app.get(PageCache, { strict: false });
    const writer = site.app.app.get(CommentWriter, { strict: false });
    const thread = site.app.app.get(ThreadService, { strict: false });
    const writes = spyOn(site.app.app.get(CommentWriterRepository, { strict: false }), 'write');
    const turns = async () => {
      for (let n = 0; n < 3; n++) await new Promise((resolve) => setImmediate(resolve));
    };
    try {
      const { key } = await thread.getPage(id, {});
      for (let n = 0; n < 200; n++) cache.find(key);
      expect(cache.findResting(key)).not.toBeNull();
      mock.timers.enable({ apis: ['setTimeout'] });
      const first = writer.write(draft());
      await turns();
      const second = writer.write(draft());
      await turns();
      expect(writes).not.toHaveBeenCalled();
      mock.timers.tick(20);
      mock.timers.reset();
      await Promise.all([first, second]);
      expect(writes.mock.calls.map(([drafts]) => drafts.length)).toEqual([2]);

      clock.mockRestore();
      await until('the readers to be gone', async () => !cache.isContended);
      const alone = writer.write(draft());
      await turns();
      expect(writes).toHaveBeenCalledTimes(2);
      await alone;
    } finally {
      mock.timers.reset();
      clock.mockRestore();
      writes.mockRestore();
    }
  });
});
