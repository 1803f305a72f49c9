import { CaseMailingsRepository } from '../../src/notifications/cases/case-mailings.repository.js';
import { EDITOR_ADDRESS, useCases } from '../support/case-mails.js';
import { decide, flag } from '../support/moderation.js';
import { type Person, register } from '../support/people.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('mails of what waits for a moderator', () => {
  const { site, stage, mailed, choose, setRole, newModerator, hold, give, statusOf } = useCases();

  const preferencesOf = async (by: Person) =>
    (await site.app.request.get('/api/v1/users/me/preferences').set(by.auth).expect(200)).body;

  it('tell a blogger without moderators of a held comment, with its text and why', async () => {
    const body = 'A **bold** <claim> & more\n\nin two parts';
    const { id } = await hold(body);
    const [mail, ...more] = await mailed();
    expect(more).toEqual([]);
    expect(mail.subject).toBe('A comment waits for you: A review');
    expect(mail.text).toContain(`${site.anna.username} wrote: A review`);
    expect(mail.text).toContain('> A bold <claim> & more');
    expect(mail.text).toContain('> in two parts');
    expect(mail.text).toContain('comments of this discussion are read before they appear');
    expect(mail.text).toContain(`?comment=${id}#comment-${id}`);
    expect(mail.html).toContain('&lt;claim&gt; &amp; more');
    for (const label of ['Approve', 'Remove']) {
      expect(mail.text).toMatch(
        new RegExp(
          `${label}:\\nhttps://talk.example.org/account/decide\\?lang=en#token=[\\w.-]+\\n`,
        ),
      );
      expect(mail.html).toContain(`>${label}</a>`);
    }
    expect(await statusOf(id)).toBe('held');
  });

  it('tell of reports once a comment, with their number', async () => {
    const { id } = await say(site.app, site.anna, stage.open, 'Reported');
    for (const reader of [site.ben, await register(site.app)])
      expect((await flag(site.app, reader, id)).status).toBe(201);
    const [mail, ...more] = await mailed();
    expect(more).toEqual([]);
    expect(mail.subject).toBe('A comment was reported: A review');
    expect(mail.text).toMatch(/Reports of readers: [12]\n/);
    expect(mail.text).toContain('Keep:\n');
  });

  it('tell of each legal notice, with what it says', async () => {
    const { id } = await say(site.app, site.anna, stage.open, 'An accusation');
    await give(id, 'It accuses a living person of a crime.');
    await give(id, 'It is without any source at all.');
    const mails = await mailed();
    expect(mails.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 2 }, () => 'A legal notice about a comment: A review'),
    );
    const texts = mails.map(({ text }) => text).join('\n');
    expect(texts).toContain('> It accuses a living person of a crime.');
    expect(texts).toContain('> It is without any source at all.');
    expect(texts).not.toContain('Kalniņa');
  });

  it('go, where there are others of the staff, to those who choose them', async () => {
    const warden = await newModerator();
    try {
      const off = { held: { mail: 'off' }, reported: { mail: 'off' }, notice: { mail: 'off' } };
      expect(await preferencesOf(warden)).toMatchObject(off);
      expect(await preferencesOf(site.editor)).toMatchObject(off);
      expect(await preferencesOf(site.anna)).not.toHaveProperty('held');
      await choose(warden, { held: { mail: 'at_once' } }).expect(200);
      expect(await preferencesOf(warden)).toMatchObject({ ...off, held: { mail: 'at_once' } });
      await hold('Held');
      const { id } = await say(site.app, site.anna, stage.open, 'Reported');
      await flag(site.app, site.ben, id);
      const mails = await mailed(`${warden.username}@example.org`);
      expect(mails.map(({ subject }) => subject)).toEqual(['A comment waits for you: A review']);
      expect(await mailed()).toEqual([]);
    } finally {
      await setRole(warden, 'member');
    }
    expect(await preferencesOf(site.editor)).toMatchObject({ held: { mail: 'at_once' } });
  });

  it('are nothing that readers choose', async () => {
    const refused = await choose(site.anna, { held: { mail: 'at_once' } }).expect(422);
    expect(refused.body.errors[0].pointer).toBe('/held');
    await choose(site.editor, { held: { mail: 'daily' } }).expect(422);
  });

  it('are in the language of the account', async () => {
    await site.database.query(`update users set language = 'ru' where id = $1`, [site.editor.id]);
    await hold('Held');
    expect((await mailed())[0].subject).toBe('Комментарий ждёт вашего решения: A review');
    await site.database.query('update users set language = null where id = $1', [site.editor.id]);
  });

  it('end by the header of each for its kind, and begin again when they are chosen', async () => {
    await hold('Held');
    const [mail] = await mailed();
    const url = new URL(mail.unsubscribe);
    const { body } = await site.app.request
      .post(url.pathname + url.search)
      .type('form')
      .send('List-Unsubscribe=One-Click')
      .expect(200);
    expect(body).toEqual({ kinds: ['held'], postId: null });
    await hold('Held, too');
    expect(await mailed()).toHaveLength(1);
    await choose(site.editor, { held: { mail: 'at_once' } }).expect(200);
    await hold('Held again');
    expect(await mailed()).toHaveLength(2);
  });

  const since: Record<string, (comment: { id: string; version: number }) => Promise<unknown>> = {
    'has been decided': ({ id, version }) =>
      decide(site.app, site.editor, `comments/${id}`, { action: 'approve', version }),
    'has been deleted': ({ id }) =>
      site.app.request.delete(`/api/v1/comments/${id}`).set(site.anna.auth).expect(204),
    'stands in a post that was deleted': () =>
      site.app.request.delete(`/api/v1/posts/${stage.readFirst}`).set(site.editor.auth).expect(204),
    'is of a kind that is off since': () =>
      choose(site.editor, { held: { mail: 'off' } }).expect(200),
  };

  it.each(Object.keys(since))('have nothing in them that %s', async (what) => {
    // Reaches the hourly limit, so that the next mail waits.
    await site.database.query(
      `insert into case_mails (id, user_id, kind, comment_id, cause, mail_id, mailed_at)
       select gen_random_uuid(), $1, 'held', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now()
       from generate_series(1, 10)`,
      [site.editor.id],
    );
    const comment = await hold('Held');
    await until('the news', async () => {
      const waiting = await site.database.query('select from case_mails where mail_id is null');
      return waiting.length === 1;
    });
    await since[what](comment);
    await site.database.query(`update case_mails set mailed_at = now() - interval '2 hours'
      where mail_id is not null`);
    await until('the mail', async () => {
      const waiting = await site.database.query('select from case_mails where mail_id is null');
      return waiting.length === 0;
    });
    expect(await mailed()).toEqual([]);
    await choose(site.editor, { held: { mail: 'at_once' } }).expect(200);
  });

  it('are ten in an hour, however much waits: the last one sums up the rest', async () => {
    const mailings = site.app.app.get(CaseMailingsRepository, { strict: false });
    await site.database.query(
      `insert into case_mails (id, user_id, kind, comment_id, cause, mail_id, mailed_at)
       select gen_random_uuid(), $1, 'held', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now()
       from generate_series(1, 10)`,
      [site.editor.id],
    );
    const bodies = Array.from({ length: 25 }, (_, nth) => `Comment number ${nth} of a flood`);
    for (const body of bodies) await hold(body);
    await until('the news', async () => {
      const waiting = await site.database.query('select from case_mails where mail_id is null');
      return waiting.length === 25;
    });
    expect(await mailings.hasDue()).toBe(false);
    expect(await mailed()).toEqual([]);
    await site.database.query('delete from case_mails where mail_id is not null');
    const mails = await mailed();
    expect(mails).toHaveLength(10);
    const summary = mails.filter(({ subject }) => subject.startsWith('What waits'));
    expect(summary.map(({ subject }) => subject)).toEqual([
      'What waits for a moderator at Talk: 16',
    ]);
    const all = mails.map(({ text }) => text).join('\n');
    for (const body of bodies) expect(all).toContain(body);
    // Further mails wait for the hour to end.
    await hold('One more');
    await until('the news', async () => {
      const waiting = await site.database.query('select from case_mails where mail_id is null');
      return waiting.length === 1;
    });
    expect(await mailings.hasDue()).toBe(false);
  });

  it('go to nobody whose own comment it is', async () => {
    const warden = await newModerator();
    try {
      await choose(warden, { reported: { mail: 'at_once' } }).expect(200);
      await choose(site.editor, { reported: { mail: 'at_once' } }).expect(200);
      const { id } = await say(site.app, warden, stage.open, 'Of the staff');
      expect((await flag(site.app, site.ben, id)).status).toBe(201);
      expect(await mailed(EDITOR_ADDRESS)).toHaveLength(1);
      expect(await mailed(`${warden.username}@example.org`)).toEqual([]);
    } finally {
      await setRole(warden, 'member');
    }
  });
});
