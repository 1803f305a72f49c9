import { Database } from '../../src/database/database.js';
import { NEW_ID_SQL } from '../../src/database/ids.js';
import { MailingsRepository } from '../../src/notifications/mailing/mailings.repository.js';
import { passGrace } from '../support/decisions.js';
import { inFull } from '../support/full-form.js';
import { hurry, queued } from '../support/jobs.js';
import { decide } from '../support/moderation.js';
import { passUndo } from '../support/notifications.js';
import { register } from '../support/people.js';
import { SmtpStage } from '../support/smtp.js';
import { createTestApp } from '../support/test-app.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

import { mailSoon, useMails } from '../support/notification-mails.js';

describe('mails of what somebody is told', () => {
  const { site, told, confirm, put, choose, answer, mailed, headerLink } = useMails();

  it('come at once, with the beginning of the comment and where it stands', async () => {
    const { id } = await answer('An **answer** <to> you & all. '.repeat(40));
    const [mail, ...more] = await mailed(told.anna, false);
    expect(more).toEqual([]);
    expect(mail.subject).toContain('answered you: A review');
    expect(mail.text).toContain('> An answer <to> you & all. An answer');
    expect(mail.text).toContain(`?comment=${id}#comment-${id}`);
    expect(mail.html).toContain('An answer &lt;to&gt; you &amp; all.');
    expect(mail.text.length).toBeLessThan(3_000);
    expect(mail.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    expect(headerLink(mail)).toMatch(/token=/);
    // The queue removes a job a moment after its effect is visible.
    await until('no job to be left', async () => {
      return (await queued(site.database, 'notification-mail')).length === 0;
    });
  });

  /** The digest at eight in the morning, UTC, separates what came before from what comes after. */
  const DIGESTS_AT = 8 * 3_600_000;
  const isDigestNear = () => {
    const sinceMidnight = Date.now() % 86_400_000;
    return sinceMidnight < DIGESTS_AT && sinceMidnight > DIGESTS_AT - 30_000;
  };

  it('come as a digest at the time of the day or the week, and as one', async () => {
    await until('no digest to be due soon', async () => !isDigestNear());
    for (const [mail, day] of [
      ['daily', null],
      ['weekly', 1],
    ] as const) {
      await choose(mail);
      await answer(`One of ${mail}`);
      await answer(`Two of ${mail}`);
      await passUndo(site.database);
      const due = await site.database.query<{ hour: number; day: number; days: number }>(
        `select extract(hour from mail_due_at at time zone 'UTC')::integer as hour,
           extract(isodow from mail_due_at at time zone 'UTC')::integer as day,
           ceil(extract(epoch from mail_due_at - now()) / 86400)::integer as days
         from notifications where user_id = $1 and mail_due_at is not null`,
        [told.anna.id],
      );
      expect(due.map(({ hour }) => hour)).toEqual([8, 8]);
      if (day !== null) expect(due.map((one) => one.day)).toEqual([day, day]);
      else expect(due.map(({ days }) => days)).toEqual([1, 1]);
      const [digest] = await mailed(told.anna);
      expect(digest.subject).toBe('What is new for you at Colloquy: 2');
      expect(digest.text.indexOf(`One of ${mail}`)).toBeLessThan(
        digest.text.indexOf(`Two of ${mail}`),
      );
    }
    expect(await mailed(told.anna)).toHaveLength(2);
  });

  it('are one in a quarter of an hour: what comes meanwhile is in the next one', async () => {
    await answer('One');
    await passUndo(site.database);
    await until('the first mail', async () => {
      const noted = await site.database.query('select from mailed_accounts where user_id = $1', [
        told.anna.id,
      ]);
      return noted.length > 0;
    });
    await answer('Two');
    await passUndo(site.database);
    const { id } = await answer('Gone again');
    await passUndo(site.database);
    // Deleting a notification does not reset the time of the account's last mail.
    await site.app.request.delete(`/api/v1/comments/${id}`).set(told.ben.auth).expect(204);
    const mailings = site.app.app.get(MailingsRepository);
    expect(await mailings.hasDue()).toBe(false);
    const gathered = await site.app.app.get(Database).transaction((tx) => mailings.gather(tx));
    expect(gathered).toEqual([]);
    const [{ waiting }] = await site.database.query<{ waiting: number }>(
      `select count(*)::integer as waiting from notifications where user_id = $1 and mail_due_at <= now()`,
      [told.anna.id],
    );
    expect(waiting).toBeGreaterThan(0);
    await answer('Three');
    const mails = await mailed(told.anna);
    expect(mails).toHaveLength(2);
    const next = mails.find(({ subject }) => subject.endsWith(': 2'))!;
    expect(next.text).toContain('Two');
    expect(next.text).toContain('Three');
  });

  it('are one for each account, however much is due at the same time', async () => {
    const carl = await register(site.app);
    const people = [told.anna, told.ben, carl];
    await Promise.all(people.map(confirm));
    const ids = people.map(({ id }) => id);
    await site.database.query(
      `insert into notifications (id, user_id, type, cause, comment_id, post_id, state, ready_at, mail_due_at)
       select ${NEW_ID_SQL}, u, 'reply', gen_random_uuid(), $3, $4, 'told', now(), now()
       from unnest($1::uuid[]) as u, generate_series(1, $2)`,
      [ids, 450, told.question, told.post],
    );
    await until('the mails', async () => {
      const waiting = await site.database.query(
        `select from notifications
         where user_id = any($1) and (mail_id is not null or mail_due_at is not null)`,
        [ids],
      );
      return waiting.length === 0;
    });
    for (const one of people)
      expect((await mailed(one, false)).map(({ subject }) => subject)).toEqual([
        'What is new for you at Colloquy: 450',
      ]);
  });

  it('tell of what was removed when they went out once it is restored', async () => {
    await choose('daily');
    const { id } = await answer('Removed for an hour');
    await passUndo(site.database);
    const remove = { action: 'remove', reason: 'spam', version: 1 };
    expect((await decide(site.app, site.staff, `comments/${id}`, remove)).status).toBe(201);
    expect(await mailed(told.anna)).toEqual([]);
    const { body } = await site.app.request
      .get(`/api/v1/comments/${id}`)
      .set(site.staff.auth)
      .expect(200);
    const restore = { action: 'restore', version: body.version };
    expect((await decide(site.app, site.staff, `comments/${id}`, restore)).status).toBe(201);
    const [mail, ...more] = await mailed(told.anna);
    expect(mail.text).toContain('Removed for an hour');
    expect(more).toEqual([]);
  });

  it('are in the language of the account', async () => {
    await site.app.request
      .patch('/api/v1/users/me')
      .set(told.anna.auth)
      .send({ language: 'lv' })
      .expect(200);
    await answer('An answer');
    expect((await mailed(told.anna))[0].subject).toContain('jums atbildēja');
  });

  it.each(['reply', 'mention'])('come of no kind whose mail is off: %s', async (kind) => {
    await put(told.anna, 'users/me/preferences', { [kind]: { mail: 'off' } });
    if (kind === 'reply') await answer('An answer');
    else await say(site.app, told.ben, told.post, `You, @${told.anna.username}?`);
    expect(await mailed(told.anna)).toEqual([]);
  });

  it('come also where the bell is off', async () => {
    await put(told.anna, 'users/me/preferences', { reply: { bell: false } });
    await answer('An answer');
    expect(await mailed(told.anna)).toHaveLength(1);
  });

  const changes: Record<string, (reply: { id: string }) => Promise<unknown>> = {
    'has been removed': ({ id }) =>
      decide(site.app, site.staff, `comments/${id}`, {
        action: 'remove',
        reason: 'spam',
        version: 1,
      }),
    'has been deleted': ({ id }) =>
      site.app.request.delete(`/api/v1/comments/${id}`).set(told.ben.auth).expect(204),
    'has been read': () =>
      put(told.anna, 'users/me/notifications/read', {
        upTo: 'ffffffff-ffff-7fff-bfff-ffffffffffff',
      }),
    'is of somebody who is ignored since': () =>
      put(told.anna, `users/me/ignored/${told.ben.username}`),
    'is of somebody who ignores the reader since': () =>
      put(told.ben, `users/me/ignored/${told.anna.username}`),
    'is of a post of which the reader wants to hear nothing since': () =>
      put(told.anna, `posts/${told.post}/subscription`, { level: 'none' }),
    'is of a kind whose mail is off since': () => choose('off'),
    'is for somebody who is banned since': () =>
      site.database.query(`update users set standing = 'banned' where id = $1`, [told.anna.id]),
    'is for an address that takes no mail': () =>
      site.database.query('update users set email_failed_at = now() where id = $1', [told.anna.id]),
    'is for an address that nobody has confirmed': () =>
      site.database.query('update users set email_verified_at = null where id = $1', [
        told.anna.id,
      ]),
    'is of a post that was deleted': () =>
      site.app.request.delete(`/api/v1/posts/${told.post}`).set(site.editor.auth).expect(204),
  };

  it.each(Object.keys(changes))('have nothing in them that %s', async (change) => {
    await choose('daily');
    const reply = await answer('An answer');
    await passUndo(site.database);
    await changes[change](reply);
    expect(await mailed(told.anna)).toEqual([]);
  });

  it('tell somebody who is banned of the decision', async () => {
    const ban = { action: 'ban', reason: 'spam' };
    expect((await decide(site.app, site.staff, `users/${told.anna.id}`, ban)).status).toBe(201);
    await passGrace(site.database);
    await until('the statement', async () => {
      return (await site.database.query('select from statements where not told')).length === 0;
    });
    const [mail] = await mailed(told.anna);
    expect(mail.subject).toMatch(/^Moderation has decided about you/);
  });

  it('are the only thing for which a form is taken', async () => {
    await site.app.request
      .put('/api/v1/users/me/notifications/read')
      .set(told.anna.auth)
      .type('form')
      .send('upTo=x')
      .expect(415);
  });

  inFull('come again under the same id where the server has not taken them', async () => {
    const smtp = await SmtpStage.open();
    try {
      let tries = 0;
      const ids: string[] = [];
      smtp.refusing = (step) => (step === 'data' && ++tries === 1 ? 451 : null);
      await choose('daily');
      await answer('An answer');
      await passUndo(site.database);
      // No other node sends meanwhile.
      for (const node of site.nodes.splice(0)) await node.close();
      const sending = await createTestApp(
        site.database,
        {
          PUBLIC_URL: 'https://talk.example.org',
          SMTP_URL: smtp.url,
          MAIL_FROM: 'Talk <talk@example.org>',
        },
        mailSoon,
      );
      site.nodes.push(sending);
      await site.database.query(
        'update notifications set mail_due_at = now() where mail_due_at is not null',
      );
      await until('the first try', async () => tries === 1);
      await until('the second try', async () => {
        await hurry(site.database);
        return smtp.taken.length > 0;
      });
      for (const { parsed } of smtp.taken) ids.push(parsed.messageId!);
      expect(tries).toBe(2);
      const [{ headers }] = smtp.taken.map(({ parsed }) => parsed);
      expect(headers.get('list')).toMatchObject({ unsubscribe: expect.anything() });
      expect(ids).toEqual([expect.stringMatching(/^<notice\.[\da-f-]{36}@example\.org>$/)]);
    } finally {
      await smtp.close();
    }
  });
});
