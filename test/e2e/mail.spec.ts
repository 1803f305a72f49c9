import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { Mailer } from '../../src/notifications/mail/mailer.js';
import { isSigned } from '../support/dkim.js';
import { waitForJobs } from '../support/jobs.js';
import { SUBJECTS } from '../support/mails.js';
import { type Person, register } from '../support/people.js';
import { SmtpStage } from '../support/smtp.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const SECRET = 'e7c1a9d04b62f85311aa90cc';

const WORDS = {
  en: { subject: 'Choose a new password', text: 'Somebody, we hope you, has asked' },
  lv: { subject: 'Izvēlieties jaunu paroli', text: 'Kāds, cerams, jūs, ir lūdzis' },
  ru: { subject: 'Выберите новый пароль', text: 'Кто-то, надеемся, вы, попросил' },
};

describe('mail', () => {
  let smtp: SmtpStage;
  let database: TestDatabase;
  let app: TestApp;
  beforeAll(async () => {
    smtp = await SmtpStage.open();
    database = await createTestDatabase();
    app = await createTestApp(database, {
      PUBLIC_URL: 'https://talk.example.org',
      SMTP_URL: smtp.url,
      MAIL_FROM: 'Диспут <talk@example.org>',
      MAIL_BOUNCES: 'bounces@talk.example.org',
      MAIL_BOUNCE_SECRET: SECRET,
      DKIM_DOMAIN: 'example.org',
      DKIM_SELECTOR: 'talk',
      DKIM_KEY: privateKey
        .export({ type: 'pkcs8', format: 'pem' })
        .toString()
        .replaceAll('\n', '\\n'),
    });
  });
  afterEach(() => {
    smtp.refusing = () => null;
  });
  afterAll(async () => {
    await app.close();
    await smtp.close();
    await database.drop();
  });

  const addressOf = ({ username }: Pick<Person, 'username'>) => `${username}@example.org`;
  /** A registered account that has received its mail. */
  const join = async () => {
    const person = await register(app);
    await until('the first mail', async () => smtp.to(addressOf(person)).length === 1);
    return person;
  };
  const forget = (email: string, language = 'en') =>
    app.request
      .post('/api/v1/auth/forgot-password')
      .set('accept-language', language)
      .send({ email })
      .expect(202);
  const resend = (email: string) =>
    app.request.post('/api/v1/auth/verify-email/resend').send({ email }).expect(202);
  const resets = (person: Person) =>
    smtp.to(addressOf(person)).filter(({ parsed }) => parsed.subject === SUBJECTS.reset);
  const me = async ({ auth }: Person) =>
    (await app.request.get('/api/v1/users/me').set(auth).expect(200)).body;
  const bounce = (bounces: object[], secret = SECRET) =>
    app.request.post('/api/v1/mail/bounces').set('x-mail-secret', secret).send({ bounces });

  it.each(Object.entries(WORDS))(
    'is in the language of its reader: %s',
    async (language, words) => {
      const anna = await join();
      await forget(addressOf(anna), `${language}, en;q=0.1`);
      await until('the mail', async () => smtp.to(addressOf(anna)).length === 2);
      const { parsed } = smtp.to(addressOf(anna))[1];
      expect(parsed.subject).toBe(words.subject);
      expect(parsed.text).toContain(words.text);
      expect(parsed.html).toContain(words.text);
      expect(parsed.html).toContain(`<html lang="${language}">`);
      const link = /https:\/\/talk\.example\.org\/account\/reset#token=[\w.-]+/.exec(
        parsed.text!,
      )![0];
      expect(parsed.html).toContain(`href="${link}"`);
      expect(parsed.from!.value).toEqual([{ name: 'Диспут', address: 'talk@example.org' }]);
      expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    },
  );

  it('is signed by DKIM, and a changed one is not', async () => {
    const anna = await join();
    const [{ raw }] = smtp.to(addressOf(anna));
    expect(raw).toContain('d=example.org');
    const key = createPublicKey(publicKey.export({ type: 'spki', format: 'pem' }));
    expect(isSigned(raw, key)).toBe(true);
    expect(isSigned(raw.replace(/^Subject: C/m, 'Subject: K'), key)).toBe(false);
    expect(isSigned(`${raw}more`, key)).toBe(false);
    expect(isSigned(raw, generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey)).toBe(
      false,
    );
  });

  it.each([
    'A subject\r\nBcc: boris@example.net',
    'A subject\nX-Evil: 1\n\n<p>body</p>',
    'A subject\u2028X-Evil: 1\u0000\u0085',
    '=?utf-8?Q?=0D=0ABcc=3A_boris=40example.net?=',
    `${'длинно '.repeat(200)}\r\n.\r\nMAIL FROM:<boris@example.net>`,
  ])('keeps a subject within its one header: %j', async (subject) => {
    const about = randomUUID();
    const to = `${about}@example.org`;
    await app.app.get(Mailer, { strict: false }).send({
      to,
      subject,
      text: 'A text\r\n.\r\nQUIT\r\n',
      html: '<p>A text</p>',
      about,
      returnsTo: { userId: randomUUID(), emailKey: to },
    });
    const [{ raw, parsed, to: envelope }] = smtp.to(to);
    expect(envelope).toEqual([to]);
    const [head] = raw.split('\r\n\r\n', 1);
    expect(head).not.toMatch(/^(bcc|x-evil|mail from)/im);
    expect(parsed.bcc).toBeUndefined();
    expect(parsed.text).toContain('QUIT');
    expect(parsed.messageId).toBe(`<${about}@example.org>`);
  });

  it.each([
    'anna@example.org\r\nBcc: boris@example.net',
    'anna(boris@example.net)@example.org',
    '"boris@example.net" <anna@example.org>',
    'anna@example.org, boris@example.net',
    'group: anna@example.org, boris@example.net;',
  ])('is not sent to an address that could be read as another one: %j', async (to) => {
    const before = smtp.taken.length;
    const returnsTo = { userId: randomUUID(), emailKey: to };
    await app.app
      .get(Mailer, { strict: false })
      .send({ to, subject: 'A subject', text: '', html: '', about: randomUUID(), returnsTo });
    expect(smtp.taken.length).toBe(before);
  });

  it('arrives once where the server refuses each fifth answer for the moment', async () => {
    let answers = 0;
    smtp.refusing = () => (++answers % 5 === 0 ? 451 : null);
    const people = await Promise.all(Array.from({ length: 8 }, () => register(app)));
    for (const person of people) await forget(addressOf(person));
    await waitForJobs(database);
    for (const person of people) {
      const subjects = smtp.to(addressOf(person)).map(({ parsed }) => parsed.subject);
      expect(subjects).toHaveLength(2);
      expect(new Set(subjects)).toEqual(new Set([SUBJECTS.reset, SUBJECTS.confirm]));
    }
    expect(answers).toBeGreaterThan(50);
  });

  it('comes twice at most with the same Message-ID, where the answer was lost', async () => {
    const anna = await join();
    let cuts = 0;
    smtp.refusing = (step) => (step === 'data' && cuts++ === 0 ? 'cut' : null);
    await forget(addressOf(anna));
    await until('the second one', async () => {
      await waitForJobs(database);
      return resets(anna).length === 2;
    });
    const [first, second] = resets(anna).map(({ parsed }) => parsed.messageId);
    expect(first).toMatch(/^<proof\.[0-9a-f-]{36}@example\.org>$/);
    expect(second).toBe(first);
  });

  it('keeps no address and no word of the server with a job that failed', async () => {
    const anna = await join();
    smtp.refusing = (step) => (step === 'rcpt' ? 450 : null);
    await forget(addressOf(anna));
    let errors: string[] = [];
    await until('a failure', async () => {
      const rows = await database.query<{ last_error: string }>(
        'select last_error from graphile_worker._private_jobs where last_error is not null',
      );
      errors = rows.map(({ last_error: error }) => error);
      return errors.length > 0;
    });
    for (const error of errors) {
      expect(error).toContain('The mail server answered 450 to RCPT TO');
      expect(error).not.toMatch(/@example|somebody|said the server/);
    }
    smtp.refusing = () => null;
    await waitForJobs(database);
    expect(resets(anna)).toHaveLength(1);
  });

  describe('that comes back', () => {
    it('at once is sent no more, and its owner reads so', async () => {
      const anna = await join();
      smtp.refusing = (step, address) =>
        step === 'rcpt' && address === addressOf(anna) ? 550 : null;
      await forget(addressOf(anna));
      await until('the account to say so', async () => (await me(anna)).emailUndeliverable);
      smtp.refusing = () => null;
      await resend(addressOf(anna));
      await waitForJobs(database);
      expect(smtp.to(addressOf(anna))).toHaveLength(1);
    });

    it('keeps nobody from a new password, which ends the silence', async () => {
      const anna = await join();
      await bounce([{ address: addressOf(anna), kind: 'complaint' }]).expect(200);
      await resend(addressOf(anna));
      await forget(addressOf(anna));
      await waitForJobs(database);
      expect(smtp.to(addressOf(anna))).toHaveLength(2);
      const [, token] = /#token=([\w.-]+)/.exec(resets(anna)[0].parsed.text!)!;
      const choice = { token, password: 'another battery staple' };
      await app.request.post('/api/v1/auth/reset-password').send(choice).expect(200);
      const [{ email_failed_at: failed }] = await database.query<{ email_failed_at: Date | null }>(
        'select email_failed_at from users where id = $1',
        [anna.id],
      );
      expect(failed).toBeNull();
    });

    it('is tried again when its owner asks', async () => {
      const anna = await join();
      await bounce([{ address: addressOf(anna), kind: 'permanent' }]).expect(200);
      expect((await me(anna)).emailUndeliverable).toBe(true);
      await app.request.post('/api/v1/auth/verify-email/resend').set(anna.auth).expect(202);
      await waitForJobs(database);
      expect(smtp.to(addressOf(anna))).toHaveLength(2);
      expect((await me(anna)).emailUndeliverable).toBe(false);
    });

    it('later tells by its return address whose it is', async () => {
      const [anna, boris] = [await join(), await join()];
      const [{ from }] = smtp.to(addressOf(anna));
      expect(from).toMatch(/^bounces\+[0-9a-f]{52}@talk\.example\.org$/);
      expect(from.length - '@talk.example.org'.length).toBeLessThanOrEqual(64);
      const forged = from.replace(/(.)@/, (_, digit: string) => `${digit === '0' ? '1' : '0'}@`);
      const others = from.replace(anna.id.replaceAll('-', ''), boris.id.replaceAll('-', ''));
      for (const returnAddress of [forged, others, 'bounces@talk.example.org', '']) {
        const answer = await bounce([{ returnAddress, kind: 'permanent' }]).expect(200);
        expect(answer.body).toEqual({ stopped: 0 });
      }
      const passing = await bounce([{ returnAddress: from, kind: 'temporary' }]).expect(200);
      expect(passing.body).toEqual({ stopped: 0 });
      const answer = await bounce([{ returnAddress: from.toUpperCase(), kind: 'complaint' }]);
      expect(answer.body).toEqual({ stopped: 1 });
      expect((await me(anna)).emailUndeliverable).toBe(true);
      expect((await me(boris)).emailUndeliverable).toBe(false);
    });

    it('is of no use for an address that the account has no longer', async () => {
      const anna = await join();
      const [{ from }] = smtp.to(addressOf(anna));
      await database.query(`update users set email_key = 'elsewhere@example.org' where id = $1`, [
        anna.id,
      ]);
      const answer = await bounce([{ returnAddress: from, kind: 'permanent' }]).expect(200);
      expect(answer.body).toEqual({ stopped: 0 });
    });

    it('is reported by nobody without the secret', async () => {
      const anna = await join();
      const bounces = [{ address: addressOf(anna), kind: 'permanent' }];
      for (const secret of ['', 'x', SECRET.slice(0, -1), `${SECRET} `.repeat(2)]) {
        await bounce(bounces, secret).expect(404);
      }
      await app.request.post('/api/v1/mail/bounces').send({ bounces }).expect(404);
      expect((await me(anna)).emailUndeliverable).toBe(false);
    });
  });

  it('is shown nowhere where a server takes it, and nowhere in production', async () => {
    await app.request.get('/dev/mail').expect(404);
    const production = await createTestApp(database, {
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://talk.example.org',
    });
    try {
      await production.request.get('/dev/mail').expect(404);
      const ask = production.request.post('/api/v1/auth/forgot-password');
      const answer = await ask.send({ email: 'anna@example.org' }).expect(404);
      expect(answer.body.type).toBe('/problems/no-mail');
    } finally {
      await production.close();
    }
  });
});
