import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Environment } from '../../src/config/app-config.js';
import { Rounds } from '../../src/nodes/background-rounds.js';
import { mailsTo, type ShownMail } from './mails.js';
import { passUndo, tellSoon } from './notifications.js';
import { type Person, register } from './people.js';
import { waitLongForLocks } from './pool.js';
import { useSite } from './site.js';
import { createPost, say } from './threads.js';
import { until } from './until.js';

export function mailSoon(starting: NestFastifyApplication): void {
  tellSoon(starting);
  starting.get(Rounds).periods.set('mailings', 50);
}

/** A reader with a question, who gets mails about the replies. */
export function useMails(env: Environment = {}) {
  const site = useSite({
    env: { PUBLIC_URL: 'https://talk.example.org', ...env },
    people: { editor: 'admin', staff: 'moderator' },
    prepare: async (app) => {
      mailSoon(app);
      await waitLongForLocks(app);
    },
  });
  const told = {} as { anna: Person; ben: Person; post: string; question: string };
  beforeEach(async () => {
    [told.anna, told.ben] = await Promise.all([1, 2].map(() => register(site.app)));
    await confirm(told.anna);
    told.post = (await createPost(site.app, site.editor)).id;
    told.question = (await say(site.app, told.anna, told.post, 'A told.question')).id;
  });

  const confirm = ({ id }: Person) =>
    site.database.query('update users set email_verified_at = now() where id = $1', [id]);
  const put = (by: Person, path: string, body: object = {}) =>
    site.app.request.put(`/api/v1/${path}`).set(by.auth).send(body).expect(200);
  const choose = (mail: string, by = told.anna) =>
    put(by, 'users/me/preferences', {
      reply: { mail },
      mention: { mail },
      followed: { mail },
      decision: { mail },
    });
  const answer = (body: string) => say(site.app, told.ben, told.post, body, told.question);
  /** All notification mails to an address, once none is waiting. */
  const mailed = async (to: Person, due = true) => {
    await passUndo(site.database);
    await passPause();
    if (due)
      await site.database.query(
        'update notifications set mail_due_at = now() where mail_due_at is not null',
      );
    await until('the mails', async () => {
      const waiting = await site.database.query(
        `select from notifications where mail_id is not null or mail_due_at <= now()`,
      );
      return waiting.length === 0;
    });
    const mails = await mailsTo(site.nodes, `${to.username}@example.org`);
    return mails.filter(({ headers }) => headers['Message-ID'].startsWith('<notice.'));
  };
  /** Skips the pause between two mails to an account. */
  const passPause = () => site.database.query('delete from mailed_accounts');
  const headerLink = ({ headers }: ShownMail) =>
    /^<https:\/\/talk\.example\.org(\/api\/v1\/auth\/unsubscribe\?token=[\w.-]+)>$/.exec(
      headers['List-Unsubscribe'],
    )![1];
  /** The token of the page that a link of the mail opens. */
  const tokenBehind = ({ text }: ShownMail, label: string) =>
    text.split(`${label}:\n`)[1].split('\n')[0].split('#token=')[1];
  const end = (token: string) => site.app.request.post('/api/v1/auth/unsubscribe').send({ token });
  const mailOf = async (by: Person, kind: string) =>
    (await site.app.request.get('/api/v1/users/me/preferences').set(by.auth).expect(200)).body[
      kind
    ];

  return {
    site,
    told,
    confirm,
    put,
    choose,
    answer,
    mailed,
    passPause,
    headerLink,
    tokenBehind,
    end,
    mailOf,
  };
}
