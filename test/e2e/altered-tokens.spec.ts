import { UnsubscribeTokens } from '../../src/notifications/mailing/unsubscribe-tokens.js';
import { alteredTokens } from '../support/altered-tokens.js';
import { FULL } from '../support/full-form.js';
import { SUBJECTS } from '../support/mails.js';
import { type Person, register } from '../support/people.js';
import { NEW_PASSWORD, proofActs } from '../support/proof-acts.js';
import { useSite } from '../support/site.js';
import { createPost } from '../support/threads.js';
import { untilFound } from '../support/until.js';

const ALTERED = FULL ? 10_000 : 400;
const AT_ONCE = 20;

/** The endpoints that accept a token of a mail, each only its own kind. */
const DOORS = ['verify-email', 'reset-password', 'email/take-back', 'unsubscribe'] as const;
type Door = (typeof DOORS)[number];

interface Good {
  door: Door;
  token: string;
}

describe('the tokens of mails', () => {
  const site = useSite({ people: { editor: 'admin' } });
  const acts = proofActs(site);
  const { post, addressOf, me, tokenTo, forget, changeEmail, newAddress } = acts;
  let people: Person[];
  let good: Good[];
  let thread: string;

  const present = (door: Door, token: string) =>
    post(door, door === 'reset-password' ? { token, password: NEW_PASSWORD } : { token });
  /** Retries while the service is busy. */
  const answered = ({ door, token }: Good) =>
    untilFound(`an answer of ${door}`, async () => {
      const answer = await present(door, token);
      return answer.status === 503 ? null : answer;
    });
  /** The number of answers of each kind. */
  const answersTo = async (all: readonly Good[]) => {
    const answers: Record<string, number> = {};
    for (let at = 0; at < all.length; at += AT_ONCE) {
      const few = all.slice(at, at + AT_ONCE).map(answered);
      for (const { status, body } of await Promise.all(few)) {
        const name = `${status} ${body.type?.split('/').at(-1)}`;
        answers[name] = (answers[name] ?? 0) + 1;
      }
    }
    return answers;
  };
  const refused = (count: number) => ({ '422 link-not-valid': count });
  /** All rows that one of the tokens could change. */
  const state = async () => ({
    people: await Promise.all(people.map(me)),
    rows: await site.database.query(
      `select u.id, u.email, u.email_key, u.email_verified_at, u.password_hash,
         (select json_agg(p order by type) from notification_preferences p where p.user_id = u.id) as told,
         (select json_agg(s) from subscriptions s where s.user_id = u.id) as follows
       from users u order by id`,
    ),
    used: await site.database.query('select * from account_proofs order by id'),
  });

  beforeAll(async () => {
    people = [];
    for (let nth = 0; nth < 5; nth++) people.push(await register(site.app));
    const [anna, ben, carl, dora, ella] = people;
    thread = (await createPost(site.app, site.editor)).id;
    await site.app.request
      .put(`/api/v1/posts/${thread}/subscription`)
      .set(ella.auth)
      .send({ level: 'all' })
      .expect(200);
    const confirm = await tokenTo(addressOf(anna), SUBJECTS.confirm);
    const reset = await forget(addressOf(ben));
    const change = await changeEmail(carl, newAddress());
    await post('verify-email', { token: await changeEmail(dora, newAddress()) }).expect(200);
    const takeBack = await tokenTo(addressOf(dora), SUBJECTS.takeBack);
    const tokens = site.app.app.get(UnsubscribeTokens, { strict: false });
    const ends = (ending: Parameters<typeof tokens.derive>[1]) =>
      tokens.derive({ userId: ella.id, emailKey: addressOf(ella) }, ending);
    good = [
      { door: 'verify-email', token: confirm },
      { door: 'verify-email', token: change },
      { door: 'reset-password', token: reset },
      { door: 'email/take-back', token: takeBack },
      { door: 'unsubscribe', token: ends({ kinds: ['reply'] }) },
      { door: 'unsubscribe', token: ends({ kinds: ['reply', 'mention', 'decision'] }) },
      { door: 'unsubscribe', token: ends({ postId: thread, level: 'replies' }) },
    ];
  });

  it(`open nothing where they were altered, ${ALTERED} times`, async () => {
    const before = await state();
    const altered = alteredTokens(
      good.map(({ token }) => token),
      ALTERED,
    );
    expect(new Set(altered).size).toBe(ALTERED);
    // Each token goes to its own endpoint, where that is known; all others alternate.
    const doorOf = (token: string, nth: number) =>
      good.find((one) => one.token.slice(0, 36) === token.slice(0, 36))?.door ?? DOORS[nth % 4];
    const tried = altered.map((token, nth) => ({ token, door: doorOf(token, nth) }));
    const answers = await answersTo(tried);
    expect(Object.keys(answers).filter((name) => !name.startsWith('422 '))).toEqual([]);
    expect(Object.values(answers).reduce((sum, count) => sum + count, 0)).toBe(ALTERED);
    expect(await state()).toEqual(before);
  }, 600_000);

  it('open no other door', async () => {
    const before = await state();
    const others = good.flatMap(({ door, token }) =>
      DOORS.filter((other) => other !== door).map((other) => ({ door: other, token })),
    );
    expect(await answersTo(others)).toEqual(refused(others.length));
    expect(await state()).toEqual(before);
  });

  it('open nothing for another address, nor once their time is over', async () => {
    const proofs = good.filter(({ door }) => door !== 'unsubscribe');
    const elsewhere = async (change: string, back: string, tried: readonly Good[]) => {
      await site.database.query(change);
      expect(await answersTo(tried)).toEqual(refused(tried.length));
      await site.database.query(back);
    };
    await elsewhere(
      `update users set email_key = 'elsewhere-' || email_key`,
      `update users set email_key = substr(email_key, 11)`,
      good.filter(({ door }) => door !== 'email/take-back'),
    );
    await elsewhere(
      `update account_proofs set email_key = 'elsewhere-' || email_key`,
      `update account_proofs set email_key = substr(email_key, 11)`,
      proofs,
    );
    await elsewhere(
      `update account_proofs set expires_at = expires_at - interval '7 days'`,
      `update account_proofs set expires_at = expires_at + interval '7 days'`,
      proofs,
    );
  });

  it('are good all the while, and those that prove an address once', async () => {
    for (const { door, token } of good) expect((await present(door, token)).status).toBe(200);
    const proofs = good.filter(({ door }) => door !== 'unsubscribe');
    expect(await answersTo(proofs)).toEqual(refused(proofs.length));
  });
});
