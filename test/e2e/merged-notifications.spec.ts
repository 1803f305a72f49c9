import { undo } from '../support/decisions.js';
import { readBell, tellSoon, toldTo } from '../support/notifications.js';
import { type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

describe('a notification of a post that is merged', () => {
  const site = useSite({ people: { editor: 'admin' }, prepare: tellSoon });
  let [anna, ben, carl]: Person[] = [];
  let post: string;
  beforeEach(async () => {
    [anna, ben, carl] = await Promise.all([1, 2, 3].map(() => register(site.app)));
    post = (await createPost(site.app, site.editor)).id;
  });

  const told = (person: Person) => toldTo(site, person);
  const follow = (by: Person, level: string, ref = post) =>
    site.app.request
      .put(`/api/v1/posts/${ref}/subscription`)
      .set(by.auth)
      .send({ level })
      .expect(200);

  it('goes with its post into another one, and so does who follows it', async () => {
    const into = (await createPost(site.app, site.editor)).id;
    const { id } = await say(site.app, anna, post, 'A question');
    await follow(carl, 'all');
    await follow(ben, 'none', into);
    await follow(ben, 'all');
    await say(site.app, ben, post, 'An answer', id);
    expect(await told(anna)).toHaveLength(1);
    await site.app.request
      .post(`/api/v1/posts/${post}/merge`)
      .set(site.editor.auth)
      .send({ into })
      .expect(201);
    expect((await readBell(site.app, anna)).items[0].post!.id).toBe(into);
    await say(site.app, anna, into, 'After that');
    // The merge itself notifies nobody, and the settings for the other post stay.
    expect(await told(carl)).toEqual(['followed After that', 'followed An answer']);
    expect(await told(ben)).toEqual([]);
  });

  it('goes back with the post when the merge is undone, but for what somebody has chosen since', async () => {
    const into = (await createPost(site.app, site.editor)).id;
    await follow(anna, 'all');
    await follow(carl, 'all');
    const { body } = await site.app.request
      .post(`/api/v1/posts/${post}/merge`)
      .set(site.editor.auth)
      .send({ into })
      .expect(201);
    await follow(carl, 'all', into);
    expect((await undo(site.app, site.editor, body.decision.id)).status).toBe(201);
    await say(site.app, ben, into, 'In the other one');
    await say(site.app, ben, post, 'In this one');
    expect(await told(anna)).toEqual(['followed In this one']);
    expect(await told(carl)).toEqual(['followed In this one', 'followed In the other one']);
  });
});
