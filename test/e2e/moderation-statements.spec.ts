import { holdGrace, made, passGrace, readStatements } from '../support/decisions.js';
import { connectLive } from '../support/live-client.js';
import { decide, flag, outcomeOf } from '../support/moderation.js';
import { type Person, register, signInAnew } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

describe('what moderation tells whom it concerns', () => {
  const site = useSite({ people: { editor: 'admin', staff: 'moderator' } });
  let author: Person;
  beforeEach(async () => {
    author = await register(site.app);
  });

  const removeIn = async (language: string, grounds: object = {}) => {
    const { id: post } = await createPost(site.app, site.editor, { language });
    const { id } = await say(site.app, author, post, 'Said');
    const decision = { action: 'remove', reason: 'advertising', version: 1, ...grounds };
    await made(site.app, site.staff, `comments/${id}`, decision);
    await passGrace(site.database);
    return id;
  };

  it('is why, by a text of the site and by words of the moderator, and never by whom', async () => {
    const note = 'He sells these himself.';
    const text = 'Write about the film.';
    const id = await removeIn('en', { rule: 'Rule 4', note, text });
    const [statement] = await readStatements(site.app, author);
    expect(statement).toEqual({
      id: expect.any(String),
      subject: 'comment',
      action: 'remove',
      reason: 'advertising',
      rule: 'Rule 4',
      commentId: id,
      postId: expect.any(String),
      until: null,
      language: 'en',
      text: 'Moderation has removed your comment. It advertises something. (Rule 4)\n\nWrite about the film.',
      by: 'Moderation',
      undoes: null,
      undone: false,
      evidence: null,
      createdAt: expect.any(String),
    });
    expect(JSON.stringify(statement)).not.toContain(note);
    expect(JSON.stringify(statement)).not.toContain(site.staff.id);
  });

  it('is in the language of the post, or in English', async () => {
    for (const language of ['lv', 'ru', 'de']) await removeIn(language);
    const told = (await readStatements(site.app, author)).map(({ language, text }) => [
      language,
      text,
    ]);
    expect(told).toEqual([
      ['en', 'Moderation has removed your comment. It advertises something.'],
      ['ru', 'Модерация удалила ваш комментарий. Это реклама.'],
      ['lv', 'Moderācija ir noņēmusi jūsu komentāru. Tā ir reklāma.'],
    ]);
  });

  it('is in the words that staff chose, from then on', async () => {
    const path = '/api/v1/moderation/canned-reasons';
    const { body } = await site.app.request.get(path).set(site.staff.auth).expect(200);
    expect(body.items).toHaveLength(33);
    await site.app.request.get(path).set(author.auth).expect(403);
    await removeIn('en');
    await site.app.request
      .put(path)
      .set(site.staff.auth)
      .send({ reason: 'advertising', language: 'en', text: 'No shops, please.' })
      .expect(200);
    await removeIn('en');
    const [now, former] = await readStatements(site.app, author);
    expect(now.text).toContain('No shops, please.');
    expect(former.text).toContain('It advertises something.');
  });

  it('shows a minute later, and comes over the socket then', async () => {
    const socket = await connectLive(site.app.url, { token: author.token });
    try {
      const { id: post } = await createPost(site.app, site.editor);
      const { id } = await say(site.app, author, post, 'Said');
      const on = `comments/${id}`;
      const decision = await made(site.app, site.staff, on, {
        action: 'remove',
        reason: 'spam',
        version: 1,
      });
      await holdGrace(site.database);
      expect(await readStatements(site.app, author)).toEqual([]);
      await passGrace(site.database);
      await socket.until('the notification', () =>
        socket.received.some(
          (received) =>
            received.kind === 'notification' &&
            received.note.type === 'decision.made' &&
            received.note.id === decision &&
            received.note.state === 'remove',
        ),
      );
      expect(await readStatements(site.app, author)).toHaveLength(1);
    } finally {
      socket.close();
    }
  });

  it('is of what somebody loses or gets back, and not of approvals that change nothing', async () => {
    const reader = await register(site.app);
    const { id: post } = await createPost(site.app, site.editor);
    const { id } = await say(site.app, author, post, 'Said');
    await flag(site.app, reader, id);
    await made(site.app, site.staff, `comments/${id}`, { action: 'approve', version: 1 });
    await made(site.app, site.staff, `comments/${id}`, { action: 'pin', version: 2 });
    await made(site.app, site.staff, `comments/${id}`, { action: 'lock', version: 3 });
    const on = `users/${author.id}`;
    await made(site.app, site.staff, on, { action: 'note', note: 'Seen before.' });
    await made(site.app, site.staff, on, {
      action: 'warn',
      reason: 'abusive',
      text: 'Calm down, please.',
    });
    await passGrace(site.database);
    const told = await readStatements(site.app, author);
    expect(told.map(({ action }) => action)).toEqual(['warn', 'lock']);
    expect(told[0].text).toContain('Calm down, please.');
  });

  it('is read by whom it concerns alone, in pages', async () => {
    for (let count = 0; count < 3; count++) await removeIn('en');
    expect(await readStatements(site.app, await register(site.app))).toEqual([]);
    const read = async (query: object) =>
      (
        await site.app.request
          .get('/api/v1/users/me/decisions')
          .set(author.auth)
          .query(query)
          .expect(200)
      ).body;
    const first = await read({ limit: 2 });
    const second = await read({ limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items]).toEqual((await read({})).items);
    expect(second.nextCursor).toBeNull();
  });

  describe('decisions on an account', () => {
    const on = (person: Person) => `users/${person.id}`;
    const act = (decision: object, by = site.staff) => decide(site.app, by, on(author), decision);

    it('restrict it, each in its own way', async () => {
      const { id: post } = await createPost(site.app, site.editor);
      const send = () =>
        site.app.request
          .post(`/api/v1/posts/${post}/comments`)
          .set(author.auth)
          .send({ body: 'Hello' });
      const until = new Date(Date.now() + 3_600_000).toISOString();
      const outcomes: string[] = [];
      for (const decision of [
        { action: 'warn', reason: 'abusive' },
        { action: 'premoderate', reason: 'spam' },
        { action: 'suspend', reason: 'spam', until },
        { action: 'ban', reason: 'spam' },
        { action: 'reinstate' },
      ]) {
        expect(outcomeOf(await act(decision))).toBe('201');
        if (decision.action === 'ban') author = await signInAnew(site.app, author);
        outcomes.push(outcomeOf(await send()));
      }
      expect(outcomes).toEqual(['201', '202', '403 account-suspended', '403 banned', '201']);
    });

    it('end a suspension when it says', async () => {
      const until = new Date(Date.now() + 60_000).toISOString();
      const answer = await act({ action: 'suspend', reason: 'spam', until });
      expect(answer.body).toMatchObject({
        decision: { until },
        user: { standing: 'suspended', standingUntil: until },
      });
      const later = new Date(Date.now() + 120_000).toISOString();
      expect(outcomeOf(await act({ action: 'suspend', reason: 'spam', until: later }))).toBe('201');
      expect(outcomeOf(await act({ action: 'suspend', reason: 'spam', until: later }))).toBe(
        '409 decision-does-not-fit',
      );
    });

    it('need what the action needs, and nothing else', async () => {
      const until = new Date(Date.now() + 60_000).toISOString();
      const pointers: Record<string, object> = {
        '/reason': { action: 'warn' },
        '/until': { action: 'suspend', reason: 'spam' },
        '/note': { action: 'note' },
        '/displayName': { action: 'rename', reason: 'spam' },
        '/username': { action: 'rename', reason: 'spam', username: 'no' },
        '/clearBio': { action: 'ban', reason: 'spam', clearBio: true },
      };
      for (const [pointer, decision] of Object.entries(pointers)) {
        const answer = await act(decision);
        expect([answer.status, answer.body.errors?.[0].pointer]).toEqual([422, pointer]);
      }
      for (const wrong of ['2020-01-01T00:00:00Z', '2999-01-01T00:00:00Z']) {
        const answer = await act({ action: 'suspend', reason: 'spam', until: wrong });
        expect(answer.body.errors[0].pointer).toBe('/until');
      }
      const answer = await act({ action: 'ban', reason: 'spam', until });
      expect(answer.body.errors[0].pointer).toBe('/until');
    });

    it('rename it, and its comments show that', async () => {
      const { id: post } = await createPost(site.app, site.editor);
      await say(site.app, author, post, 'Said');
      await site.app.request
        .patch('/api/v1/users/me')
        .set(author.auth)
        .send({ bio: 'Rude' })
        .expect(200);
      await site.app.request
        .post(`/api/v1/users/${author.username}/flags`)
        .set((await register(site.app)).auth)
        .send({ field: 'bio', reason: 'offensive' })
        .expect(201);
      const names = { username: `mild-${author.username.slice(-8)}`, displayName: 'Somebody Mild' };
      const answer = await act({ action: 'rename', reason: 'offensive', clearBio: true, ...names });
      expect(answer.status).toBe(201);
      const { body } = await site.app.request.get(`/api/v1/users/${names.username}`).expect(200);
      expect(body).toMatchObject({ ...names, bio: '' });
      await site.app.request.get(`/api/v1/users/${author.username}`).expect(404);
      const page = await site.app.request.get(`/api/v1/posts/${post}/comments`).expect(200);
      expect(page.body.items[0].author).toMatchObject(names);
      const flags = await site.database.query('select state from user_flags where target_id = $1', [
        author.id,
      ]);
      expect(flags).toEqual([{ state: 'agreed' }]);
    });

    it('give it no name that somebody has, or that speaks for the site', async () => {
      const other = await register(site.app);
      const taken = await act({ action: 'rename', reason: 'spam', username: other.username });
      expect(outcomeOf(taken)).toBe('409 name-taken');
      const reserved = await act({ action: 'rename', reason: 'spam', displayName: 'Moderator' });
      expect(reserved.status).toBe(422);
    });

    it('compare the version that the moderator saw, if it was given', async () => {
      const path = `/api/v1/moderation/users/${author.username}`;
      const { version } = (await site.app.request.get(path).set(site.staff.auth).expect(200)).body
        .user;
      const first = { action: 'premoderate', reason: 'spam', version };
      expect(outcomeOf(await act(first))).toBe('201');
      expect(outcomeOf(await act({ action: 'ban', reason: 'spam', version }))).toBe(
        '409 version-conflict',
      );
      expect(outcomeOf(await act({ action: 'ban', reason: 'spam' }))).toBe('201');
    });

    it('and notes are read by moderators', async () => {
      await act({ action: 'note', note: 'The same as last spring.' });
      await act({ action: 'warn', reason: 'spam' });
      const path = `/api/v1/moderation/users/${author.username}`;
      await site.app.request.get(path).set(author.auth).expect(403);
      const { body } = await site.app.request.get(path).set(site.editor.auth).expect(200);
      expect(body.user).toMatchObject({ id: author.id, standing: 'active' });
      expect(body.decisions).toMatchObject([
        { action: 'warn', moderator: { id: site.staff.id } },
        { action: 'note', note: 'The same as last spring.' },
      ]);
    });
  });
});
