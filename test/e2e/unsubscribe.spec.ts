import { Client } from 'pg';
import { untilHeldUpBy } from '../support/lock-waits.js';
import { outcomeOf } from '../support/moderation.js';
import { createPost, say } from '../support/threads.js';

import { useMails } from '../support/notification-mails.js';

describe('the mails of notifications', () => {
  const { site, told, put, answer, mailed, headerLink, tokenBehind, end, mailOf } = useMails();

  it('end with one press of a program, which signs in nowhere', async () => {
    await answer('An answer');
    const [mail] = await mailed(told.anna);
    for (let times = 0; times < 2; times++) {
      const { body } = await site.app.request
        .post(headerLink(mail))
        .type('form')
        .send('List-Unsubscribe=One-Click')
        .expect(200);
      expect(body).toEqual({ kinds: ['reply'], postId: null });
    }
    expect(await mailOf(told.anna, 'reply')).toEqual({ bell: true, mail: 'off' });
    expect(await mailOf(told.anna, 'mention')).toEqual({ bell: true, mail: 'at_once' });
    await answer('Another answer');
    expect(await mailed(told.anna)).toHaveLength(1);
  });

  it('end for one kind, and for one told.post, each by its own link', async () => {
    await put(told.anna, `posts/${told.post}/subscription`, { level: 'all' });
    await put(told.anna, 'users/me/preferences', { followed: { mail: 'at_once' } });
    await say(site.app, told.ben, told.post, 'News');
    const [mail] = await mailed(told.anna);
    const levelOf = async () =>
      (
        await site.app.request
          .get(`/api/v1/posts/${told.post}/viewer`)
          .set(told.anna.auth)
          .expect(200)
      ).body.subscription;
    await end(tokenBehind(mail, 'Follow no more: A review')).expect(200, {
      kinds: [],
      postId: told.post,
    });
    expect(await levelOf()).toBe('replies');
    await answer('An answer');
    const [next] = await mailed(told.anna);
    await end(tokenBehind(next, 'Hear nothing more of: A review')).expect(200);
    expect(await levelOf()).toBe('none');
    await end(tokenBehind(next, 'No more mail of replies')).expect(200);
    expect((await mailOf(told.anna, 'reply')).mail).toBe('off');
  });

  it('end what a post was merged into, and take back nothing that was chosen since', async () => {
    await put(told.anna, `posts/${told.post}/subscription`, { level: 'all' });
    await put(told.anna, 'users/me/preferences', { followed: { mail: 'at_once' } });
    await say(site.app, told.ben, told.post, 'News');
    const [mail] = await mailed(told.anna);
    const noMore = tokenBehind(mail, 'Follow no more: A review');
    const other = (await createPost(site.app, site.editor)).id;
    await site.app.request
      .post(`/api/v1/posts/${told.post}/merge`)
      .set(site.editor.auth)
      .send({ into: other })
      .expect(201);
    const levelOf = async () =>
      (await site.app.request.get(`/api/v1/posts/${other}/viewer`).set(told.anna.auth).expect(200))
        .body.subscription;
    expect(await levelOf()).toBe('all');
    await end(noMore).expect(200);
    expect(await levelOf()).toBe('replies');
    await put(told.anna, `posts/${other}/subscription`, { level: 'none' });
    await end(noMore).expect(200);
    expect(await levelOf()).toBe('none');
    const rest = await site.database.query(
      `select from subscriptions where user_id = $1 and level = 'all'`,
      [told.anna.id],
    );
    expect(rest).toEqual([]);
  });

  it('stay ended where preferences are changed at the same moment', async () => {
    const ending = new Client(site.database.connection);
    await ending.connect();
    try {
      await ending.query('begin');
      await ending.query('select from users where id = $1 for no key update', [told.anna.id]);
      await ending.query(
        `insert into notification_preferences (user_id, type, bell, mail) values ($1, 'reply', true, 'off')`,
        [told.anna.id],
      );
      const saved = put(told.anna, 'users/me/preferences', { reply: { bell: false } }).then(
        (one) => one,
      );
      await untilHeldUpBy(ending, site.database);
      await ending.query('commit');
      expect((await saved).body.reply).toEqual({ bell: false, mail: 'off' });
    } finally {
      await ending.end();
    }
  });

  it('end by no token of another address, nor by one that was altered, nor by an opened link', async () => {
    await answer('An answer');
    const [mail] = await mailed(told.anna);
    const link = headerLink(mail);
    const opened = await site.app.request.get(link).redirects(0).expect(302);
    expect(opened.headers.location).toBe(`/account/unsubscribe#token=${link.split('token=')[1]}`);
    const token = link.split('token=')[1];
    const wrong = ['', 'x', token.slice(1), token.replace('.reply.', '.mention.'), `${token}x`];
    for (const one of wrong) expect(outcomeOf(await end(one))).toBe('422 link-not-valid');
    await site.database.query(
      `update users set email_key = 'elsewhere@example.org' where id = $1`,
      [told.anna.id],
    );
    expect(outcomeOf(await end(token))).toBe('422 link-not-valid');
    expect((await mailOf(told.anna, 'reply')).mail).toBe('at_once');
  });
});
