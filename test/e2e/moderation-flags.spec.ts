import { decide, flag, outcomeOf, readQueue } from '../support/moderation.js';
import { register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, readPage, say } from '../support/threads.js';

describe('a report', () => {
  const site = useSite({
    people: {
      editor: 'admin',
      staff: 'moderator',
      author: 'member',
      reader: 'member',
      other: 'member',
    },
  });
  let post: string;

  beforeAll(async () => {
    post = (await createPost(site.app, site.editor, { title: 'A contested review' })).id;
  });
  afterEach(() =>
    site.database.query(`update comment_flags set state = 'gone' where state = 'open'`),
  );

  it('names a reason of the list and, if wanted, a detail', async () => {
    const comment = await say(site.app, site.author, post, 'You people');
    const answer = await flag(site.app, site.reader, comment.id, {
      reason: 'abusive',
      detail: 'An insult.',
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.any(String),
      commentId: comment.id,
      reason: 'abusive',
      detail: 'An insult.',
      state: 'open',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
  });

  it('is refused without a reason of the list', async () => {
    const comment = await say(site.app, site.author, post, 'A dull remark');
    for (const report of [{}, { reason: 'dull' }, { reason: 'disagree' }]) {
      const answer = await flag(site.app, site.reader, comment.id, report);
      expect(answer.status).toBe(422);
      expect(answer.body.errors[0].pointer).toBe('/reason');
    }
  });

  it('needs an account', async () => {
    const comment = await say(site.app, site.author, post, 'Seen by guests');
    const answer = await site.app.request
      .post(`/api/v1/comments/${comment.id}/flags`)
      .send({ reason: 'spam' });
    expect(answer.status).toBe(401);
  });

  it('is made once by a user while it is open, however fast they are', async () => {
    const comment = await say(site.app, site.author, post, 'Something rude');
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => flag(site.app, site.reader, comment.id)),
    );
    expect(answers.map(outcomeOf).sort()).toEqual([
      '201',
      ...Array.from({ length: 7 }, () => '409 already-flagged'),
    ]);
    expect((await flag(site.app, site.other, comment.id)).status).toBe(201);
  });

  it('can be made again once a moderator has answered the first', async () => {
    const comment = await say(site.app, site.author, post, 'Rude, they say');
    await flag(site.app, site.reader, comment.id);
    await decide(site.app, site.staff, `comments/${comment.id}`, { action: 'approve', version: 1 });
    expect((await flag(site.app, site.reader, comment.id)).status).toBe(201);
  });

  it('is not made of an own comment', async () => {
    const comment = await say(site.app, site.author, post, 'Mine');
    expect(outcomeOf(await flag(site.app, site.author, comment.id))).toBe('403 own-comment');
  });

  it('finds no comment that the reporter may not see', async () => {
    const held = await site.app.request
      .post(
        `/api/v1/posts/${(await createPost(site.app, site.editor, { mode: 'premoderated' })).id}/comments`,
      )
      .set(site.author.auth)
      .send({ body: 'Waiting' })
      .expect(202);
    const leaf = await say(site.app, site.author, post, 'Soon removed');
    await decide(site.app, site.staff, `comments/${leaf.id}`, {
      action: 'remove',
      reason: 'spam',
      version: 1,
    });
    for (const id of [held.body.id, leaf.id, '01900000-0000-7000-8000-000000000000', 'nothing']) {
      expect(outcomeOf(await flag(site.app, site.reader, id))).toBe('404 comment-not-found');
    }
  });

  it('is not made of a tombstone', async () => {
    const comment = await say(site.app, site.author, post, 'With an answer');
    await say(site.app, site.other, post, 'The answer', comment.id);
    await site.app.request
      .delete(`/api/v1/comments/${comment.id}`)
      .set(site.author.auth)
      .expect(204);
    expect(outcomeOf(await flag(site.app, site.reader, comment.id))).toBe(
      '409 comment-not-published',
    );
  });

  it('is not taken from a suspended member', async () => {
    const comment = await say(site.app, site.author, post, 'Plain');
    const suspended = await register(site.app);
    await site.database.query(`update users set standing = 'suspended' where id = $1`, [
      suspended.id,
    ]);
    expect(outcomeOf(await flag(site.app, suspended, comment.id))).toBe('403 account-suspended');
  });

  it('changes nothing that readers see', async () => {
    const comment = await say(site.app, site.author, post, 'Version one');
    const before = await readPage(site.app, post);
    await flag(site.app, site.reader, comment.id);
    expect(await readPage(site.app, post)).toEqual(before);
  });

  it('goes with the comment when its author deletes it', async () => {
    const comment = await say(site.app, site.author, post, 'Regretted');
    await say(site.app, site.other, post, 'Too late', comment.id);
    await flag(site.app, site.reader, comment.id);
    await site.app.request
      .delete(`/api/v1/comments/${comment.id}`)
      .set(site.author.auth)
      .expect(204);
    expect(await states(comment.id)).toEqual(['gone']);
    expect((await readQueue(site.app, site.staff, { kind: 'reported' })).items).toEqual([]);
  });

  it('is answered by what a moderator decides', async () => {
    const [fair, foul] = [
      await say(site.app, site.author, post, 'Sharp but fair'),
      await say(site.app, site.author, post, 'Foul'),
    ];
    for (const comment of [fair, foul]) {
      await flag(site.app, site.reader, comment.id);
      await flag(site.app, site.other, comment.id);
    }
    const approved = await decide(site.app, site.staff, `comments/${fair.id}`, {
      action: 'approve',
      version: 1,
    });
    expect(approved.body.comment).toMatchObject({ status: 'published', version: 2 });
    await decide(site.app, site.staff, `comments/${foul.id}`, {
      action: 'remove',
      reason: 'offensive',
      version: 1,
    });
    expect(await states(fair.id)).toEqual(['disagreed', 'disagreed']);
    expect(await states(foul.id)).toEqual(['agreed', 'agreed']);
  });

  const states = async (id: string) =>
    (
      await site.database.query<{ state: string }>(
        'select state from comment_flags where comment_id = $1 order by id',
        [id],
      )
    ).map((row) => row.state);
});
