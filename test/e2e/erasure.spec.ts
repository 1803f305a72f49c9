import { spyOn } from 'jest-mock';
import { appendFileSync } from 'node:fs';
import { IdempotencyRepository } from '../../src/acts/idempotency.repository.js';
import { Passwords } from '../../src/auth/passwords/passwords.js';
import { Eraser } from '../../src/privacy/eraser.js';
import { ErasureLedger } from '../../src/privacy/erasure-ledger.js';
import { inFull } from '../support/full-form.js';
import { PASSWORD, type Person, register, signInAnew } from '../support/people.js';
import { beGuest } from '../support/guests.js';
import { ledgerPath } from '../support/erasures/ledger.js';
import { useSite } from '../support/site.js';
import { createPost, type Page, say } from '../support/threads.js';
import { until } from '../support/until.js';
import { vote } from '../support/votes.js';

describe('somebody who wants to be forgotten', () => {
  const path = ledgerPath();
  const site = useSite({
    people: { editor: 'admin', answerer: 'member' },
    env: { GUESTS: 'open', ERASURE_LEDGER: path },
  });

  const ask = (person: Pick<Person, 'auth'>, body: object) =>
    site.app.request.delete('/api/v1/users/me').set(person.auth).send(body);
  const close = (person: Pick<Person, 'auth'>, comments = 'remove') =>
    ask(person, { comments, current: PASSWORD }).expect(202);
  const read = async (post: string): Promise<Page> =>
    (await site.app.request.get(`/api/v1/posts/${post}/comments?sort=oldest`).expect(200)).body;
  /** Null if the row no longer exists. */
  const kindOf = async ({ id }: Pick<Person, 'id'>) => {
    const find = 'select kind from users where id = $1';
    return (await site.database.query<{ kind: string }>(find, [id])).at(0)?.kind ?? null;
  };
  /** Skips the day of grace. */
  const pass = async (person: Pick<Person, 'id'>) => {
    await site.database.query('update erasures set due_at = now() where user_id = $1', [person.id]);
    await site.database.query(
      `update graphile_worker._private_jobs set run_at = now() where run_at > now()`,
    );
    const isGone = async () => [null, 'erased'].includes(await kindOf(person));
    await until('the account to be erased', isGone);
    await until('the erasure to end', async () => {
      const left = 'select 1 from erasures where user_id = $1';
      return (await site.database.query(left, [person.id])).length === 0;
    });
  };

  it('says so with the password', async () => {
    const person = await register(site.app);
    const { body } = await ask(person, { comments: 'remove', current: 'not the password' });
    expect(body).toMatchObject({ status: 403, type: '/problems/wrong-password' });
    await ask(person, { comments: 'some', current: PASSWORD }).expect(422);
    await site.app.request.get('/api/v1/users/me/erasure').set(person.auth).expect(404);
  });

  it('has an account that is closed at once, for a day', async () => {
    const person = await register(site.app);
    const { id: post } = await createPost(site.app, site.editor);
    await say(site.app, person, post, 'I was here');
    const { body } = await close(person, 'anonymise');
    const hours = (Date.parse(body.dueAt) - Date.parse(body.askedAt)) / 3_600_000;
    expect({ ...body, hours }).toMatchObject({ comments: 'anonymise', hours: 24 });
    await site.app.request.get('/api/v1/users/me').set(person.auth).expect(401);

    const again = await signInAnew(site.app, person);
    const request = { body: 'I am here still' };
    const said = await site.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set(again.auth)
      .send(request);
    expect(said.body).toMatchObject({ status: 403, type: '/problems/account-closing' });
    await site.app.request.get('/api/v1/users/me').set(again.auth).expect(200);
    const waiting = await site.app.request.get('/api/v1/users/me/erasure').set(again.auth);
    expect(waiting.body).toEqual(body);
  });

  it('keeps the account within the day', async () => {
    const person = await register(site.app);
    const { id: post } = await createPost(site.app, site.editor);
    await close(person);
    const again = await signInAnew(site.app, person);
    await site.app.request.delete('/api/v1/users/me/erasure').set(again.auth).expect(204);
    await site.app.request.delete('/api/v1/users/me/erasure').set(again.auth).expect(404);
    await say(site.app, again, post, 'I have thought better of it');
    await site.database.query('update graphile_worker._private_jobs set run_at = now()');
    await until('the job to end', async () => {
      const left = `select 1 from graphile_worker.jobs where task_identifier = 'erasure' and key = $1`;
      return (await site.database.query(left, [`erasure:${person.id}`])).length === 0;
    });
    expect(await kindOf(person)).toBe('member');
  });

  it('leaves comments without an author', async () => {
    const person = await register(site.app);
    const { id: post } = await createPost(site.app, site.editor);
    const comment = await say(site.app, person, post, 'What I have said');
    await site.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set(site.answerer.auth)
      .send({
        body: 'I quote it',
        parentId: comment.id,
        quotes: [{ commentId: comment.id, version: 1, start: 0, end: 4 }],
      })
      .expect(201);
    await read(post);
    await close(person, 'anonymise');
    await pass(person);
    await until(
      'the page to be made anew',
      async () => (await read(post)).items[0].author === null,
    );
    const [said, answer] = (await read(post)).items;
    expect(said).toMatchObject({ status: 'published', body: 'What I have said', removal: null });
    expect(answer).toMatchObject({ quotes: [{ author: null, text: 'What', state: 'current' }] });
    expect((await site.app.request.get(`/api/v1/posts/${post}/thread.html`)).text).toContain(
      'Somebody',
    );
    await site.app.request.get(`/api/v1/users/${person.username}`).expect(404);
  });

  it('leaves the place of removed comments in their thread', async () => {
    const person = await register(site.app);
    const { id: post } = await createPost(site.app, site.editor);
    const answered = await say(site.app, person, post, 'Answered');
    await say(site.app, person, post, 'Not answered');
    await say(site.app, site.answerer, post, 'The answer', answered.id);
    await close(person);
    await pass(person);
    const { items } = await read(post);
    expect(items).toMatchObject([
      { id: answered.id, status: 'deleted', body: null, removal: { by: 'author' }, replyCount: 1 },
      { body: 'The answer' },
    ]);
  });

  it('gives the name to nobody, and the address to whoever has it', async () => {
    const person = await register(site.app);
    await close(person);
    await pass(person);
    const account = { email: `${person.username}@example.org`, password: PASSWORD };
    const anew = (username: string) =>
      site.app.request.post('/api/v1/auth/register').send({ ...account, username });
    expect((await anew(person.username)).body).toMatchObject({ type: '/problems/name-taken' });
    await anew(`${person.username}2`.slice(-30)).expect(201);
  });

  it('is erased at once as a guest, who could not sign in again', async () => {
    const guest = await beGuest(site.app);
    const { id: post } = await createPost(site.app, site.editor);
    await say(site.app, guest as Person, post, 'A guest was here');
    await ask(guest, { comments: 'remove' }).expect(202);
    await until('the guest to be erased', async () => (await kindOf(guest)) === 'erased');
    expect((await read(post)).items).toEqual([]);
  });

  it('leaves no row of an account that nothing refers to', async () => {
    const [guest, voter] = [await beGuest(site.app), await register(site.app)];
    const { id: post } = await createPost(site.app, site.editor);
    const comment = await say(site.app, site.answerer, post, 'A word');
    await vote(site.app, voter, comment.id, 1);
    await ask(guest, { comments: 'remove' }).expect(202);
    await until('the guest to go', async () => (await kindOf(guest)) === null);
    await close(voter);
    await pass(voter);
    expect(await kindOf(voter)).toBe('erased');
  });

  it('stays as the last administrator', async () => {
    const { body } = await ask(site.editor, {
      comments: 'remove',
      current: 'a long enough password',
    });
    expect(body).toMatchObject({ status: 409, type: '/problems/last-admin' });
  });

  it('is decided on by nobody any more', async () => {
    const person = await register(site.app);
    await close(person);
    await pass(person);
    await site.app.request
      .post(`/api/v1/moderation/users/${person.id}/decisions`)
      .set(site.editor.auth)
      .send({ action: 'ban', reason: 'spam' })
      .expect(404);
  });

  it('closes nothing by a session that ends while the password is looked at', async () => {
    const person = await register(site.app);
    const passwords = site.app.app.get(Passwords, { strict: false });
    const verify = passwords.verify.bind(passwords);
    const ending = spyOn(passwords, 'verify').mockImplementationOnce(async (...asked) => {
      await site.database.query('update sessions set revoked_at = now() where user_id = $1', [
        person.id,
      ]);
      return verify(...asked);
    });
    const { body } = await ask(person, { comments: 'remove', current: PASSWORD });
    ending.mockRestore();
    expect(body).toMatchObject({ status: 401, type: '/problems/session-ended' });
    const [{ open }] = await site.database.query<{ open: boolean }>(
      'select closed_at is null as open from users where id = $1',
      [person.id],
    );
    expect(open).toBe(true);
  });

  /** An account that has taken over the texts of `count` guests. */
  const registerWithGuests = async (count: number) => {
    const person = await register(site.app);
    await site.database.query('update users set email_verified_at = now() where id = $1', [
      person.id,
    ]);
    const guests: { id: string }[] = [];
    while (guests.length < count) {
      const guest = await beGuest(site.app);
      await site.app.request
        .post('/api/v1/users/me/guest')
        .set(person.auth)
        .send({ token: guest.token })
        .expect(200);
      guests.push(guest);
    }
    return { person, guests };
  };

  inFull(
    'is looked for once in all answers, with the authors it had taken over, also after a kill',
    async () => {
      const { person, guests } = await registerWithGuests(3);
      const ids = [person, ...guests].map(({ id }) => id);
      const other = site.answerer.id;
      for (const id of [...ids, other])
        await site.database.query(
          `insert into idempotency_records (user_id, key, request_hash, status, body)
         values ($1, $2, '', 200, $3)`,
          [other, `names-${id}`, JSON.stringify({ parts: [{ author: { id, name: 'A "name"' } }] })],
        );
      const emptied = async () => {
        const rows = await site.database.query<{ id: string }>(
          `select substr(key, 7) as id from idempotency_records where key like 'names-%' and body = '{}'`,
        );
        return rows.map(({ id }) => id).toSorted();
      };
      await close(person);
      await site.database.query('update erasures set due_at = now() where user_id = $1', [
        person.id,
      ]);
      const eraser = site.app.app.get(Eraser, { strict: false });
      const answers = site.app.app.get(IdempotencyRepository, { strict: false });
      const looks = spyOn(answers, 'forgetAnswersOn').mockImplementationOnce(async () => {
        throw new Error('killed');
      });
      try {
        await expect(eraser.carryOut(person.id)).rejects.toThrow('killed');
        expect(await emptied()).toEqual([]);
        await eraser.carryOut(person.id);
        expect(looks).toHaveBeenCalledTimes(2);
      } finally {
        looks.mockRestore();
      }
      expect(await emptied()).toEqual(ids.toSorted());
    },
  );

  inFull(
    'stands in the ledger behind a line that was cut off, with the authors it had taken over',
    async () => {
      const ledger = site.app.app.get(ErasureLedger, { strict: false });
      appendFileSync(path, '{"id":"0a');
      const {
        person,
        guests: [guest],
      } = await registerWithGuests(1);
      await close(person);
      await pass(person);
      const ids = (await ledger.read()).map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining([person.id, guest.id]));
    },
  );
});
