import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Environment } from '../../src/config/app-config.js';
import { Rounds } from '../../src/nodes/background-rounds.js';
import { ADMIN, type Person, register } from './people.js';
import { useSite } from './site.js';
import { SmtpStage } from './smtp.js';
import { type Comment, createPost } from './threads.js';
import { until } from './until.js';

/** A mail to staff, as sent over the wire. */
export interface CaseMail {
  subject: string;
  text: string;
  html: string;
  unsubscribe: string;
}

export const EDITOR_ADDRESS = ADMIN.ADMIN_EMAIL;

/** A site whose one editor gets mails about waiting cases, with an open and a premoderated post. */
export function useCases() {
  const stage = {} as { smtp: SmtpStage; open: string; readFirst: string };
  const env: Environment = {
    PUBLIC_URL: 'https://talk.example.org',
    MAIL_FROM: 'Talk <talk@example.org>',
    TRUSTED_PROXIES: '127.0.0.1',
  };
  beforeAll(async () => {
    stage.smtp = await SmtpStage.open();
    env.SMTP_URL = stage.smtp.url;
  });
  const site = useSite({
    people: { editor: 'admin', anna: 'member', ben: 'member' },
    env,
    prepare: (starting: NestFastifyApplication) =>
      starting.get(Rounds).periods.set('case-mails', 50),
  });
  beforeEach(async () => {
    const [open, readFirst] = await Promise.all([
      createPost(site.app, site.editor),
      createPost(site.app, site.editor, { mode: 'premoderated' }),
    ]);
    Object.assign(stage, { open: open.id, readFirst: readFirst.id });
  });
  afterEach(async () => {
    await site.database.query('delete from case_news');
    await site.database.query('delete from case_mails');
    stage.smtp.taken.splice(0);
  });
  afterAll(() => stage.smtp.close());

  /** All mails about waiting cases to an address, oldest first, once no mail is due. */
  const mailed = async (to = EDITOR_ADDRESS): Promise<CaseMail[]> => {
    await until('the mails', async () => {
      const left = await site.database.query(
        `select from case_news union all
         select from case_mails m where mail_id is null and (select count(distinct mail_id)
           from case_mails sent where sent.user_id = m.user_id) < 10
         union all select from graphile_worker.jobs where task_identifier = 'case-mail'`,
      );
      return left.length === 0;
    });
    return stage.smtp
      .to(to)
      .map(({ parsed }) => parsed)
      .filter(({ messageId }) => messageId?.startsWith('<case.'))
      .map(({ subject = '', text = '', html, headers }) => ({
        subject,
        text,
        html: String(html),
        unsubscribe: (headers.get('list') as unknown as { unsubscribe: { url: string } })
          .unsubscribe.url,
      }));
  };
  /** The token after `#token=` in a link of a mail. */
  const tokenBehind = ({ text }: Pick<CaseMail, 'text'>, label: string) =>
    text.split(`${label}:\n`)[1].split('\n')[0].split('#token=')[1];
  const post = (path: string, body: object) =>
    site.app.request.post(`/api/v1/auth/${path}`).send(body);
  const look = (token: string) => post('mailed-decisions/look', { token });
  const press = (token: string, more: object = {}) => post('mailed-decisions', { token, ...more });
  const undo = (token: string) => post('mailed-decisions/undo', { token });
  const choose = (by: Person, kinds: object) =>
    site.app.request.put('/api/v1/users/me/preferences').set(by.auth).send(kinds);
  const setRole = (person: Person, role: string) =>
    site.app.request
      .put(`/api/v1/users/${person.username}/role`)
      .set(site.editor.auth)
      .send({ role })
      .expect(200);
  const newModerator = async () => {
    const person = await register(site.app);
    await setRole(person, 'moderator');
    return person;
  };
  /** A comment that waits for a moderator, not yet looked at. */
  const hold = async (body: string, by = site.anna): Promise<Comment> => {
    const path = `/api/v1/posts/${stage.readFirst}/comments`;
    return (await site.app.request.post(path).set(by.auth).send({ body }).expect(202)).body;
  };
  const give = (commentId: string, explanation: string) =>
    site.app.request
      .post('/api/v1/notices')
      .send({
        url: `https://reviews.example/film#comment-${commentId}`,
        category: 'defamation',
        explanation,
        name: 'Anna Kalniņa',
        email: 'anna@example.org',
        goodFaith: true,
      })
      .expect(201);
  const statusOf = async (id: string) =>
    (await site.app.request.get(`/api/v1/comments/${id}`).set(site.editor.auth).expect(200)).body
      .status;

  return {
    site,
    stage,
    mailed,
    tokenBehind,
    look,
    press,
    undo,
    choose,
    setRole,
    newModerator,
    hold,
    give,
    statusOf,
  };
}
