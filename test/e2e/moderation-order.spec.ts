import { untilLocksAwaited } from '../support/lock-waits.js';
import { outcomeOf } from '../support/moderation.js';
import { moderator, type Person, register } from '../support/people.js';
import { waitLongForLocks } from '../support/pool.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

describe('an act of a moderator that waits for another', () => {
  const site = useSite({
    people: { editor: 'admin', author: 'member' },
    prepare: waitLongForLocks,
  });
  let post: string;

  beforeAll(async () => {
    post = (await createPost(site.app, site.editor)).id;
  });

  it('leaves nothing to administrators that has been decided on meanwhile', async () => {
    const { id } = await say(site.app, site.author, post, 'A comment');
    await site.database.query('begin');
    await site.database.query('select 1 from post_heads where post_id = $1 for no key update', [
      post,
    ]);
    const escalated = site.app.request
      .put(`/api/v1/moderation/queue/${id}/escalation`)
      .set(site.editor.auth)
      .then(outcomeOf);
    await untilLocksAwaited(site.database);
    await site.database.query('update comments set reviewed_at = now() where id = $1', [id]);
    await site.database.query('commit');
    expect(await escalated).toBe('404 queue-item-not-found');
  });

  it('writes no note on a comment that is gone meanwhile', async () => {
    const { id } = await say(site.app, site.author, post, 'A comment');
    await site.database.query('begin');
    await site.database.query('delete from comments where id = $1', [id]);
    const noted = site.app.request
      .post(`/api/v1/moderation/comments/${id}/notes`)
      .set(site.editor.auth)
      .send({ body: 'Look at this' })
      .then(outcomeOf);
    await untilLocksAwaited(site.database);
    await site.database.query('commit');
    expect(await noted).toBe('404 comment-not-found');
  });

  describe('that dismisses a reported name', () => {
    let reported: Person;
    beforeEach(async () => {
      reported = await register(site.app);
      await site.app.request
        .post(`/api/v1/users/${reported.username}/flags`)
        .set(site.author.auth)
        .send({ reason: 'offensive', field: 'name' })
        .expect(201);
      await site.database.query('begin');
      await site.database.query('select 1 from users where id = $1 for no key update', [
        reported.id,
      ]);
    });

    const dismiss = (by: Person) =>
      site.app.request
        .post(`/api/v1/moderation/queue/${reported.id}/dismissal`)
        .set(by.auth)
        .send({})
        .then(outcomeOf);

    it('does so once', async () => {
      const dismissed = [dismiss(site.editor), dismiss(site.editor)];
      await untilLocksAwaited(site.database, 2);
      await site.database.query('commit');
      expect((await Promise.all(dismissed)).toSorted()).toEqual([
        '201',
        '404 queue-item-not-found',
      ]);
    });

    it('leaves it to administrators when it has been escalated meanwhile', async () => {
      const dismissed = dismiss(await moderator(site.app, site.editor));
      await untilLocksAwaited(site.database);
      await site.database.query(
        `update queue_items set kind = 'escalated', escalated_at = now() where id = $1`,
        [reported.id],
      );
      await site.database.query('commit');
      expect(await dismissed).toBe('403 escalated');
    });
  });
});
