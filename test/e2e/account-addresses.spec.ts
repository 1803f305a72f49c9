import { mailsTo, mailTo, SUBJECTS, tokenIn } from '../support/mails.js';
import { logIn, PASSWORD, register } from '../support/people.js';
import { NEW_PASSWORD, proofActs } from '../support/proof-acts.js';
import { useSite } from '../support/site.js';
import { until } from '../support/until.js';

describe('links of mails', () => {
  const site = useSite({ people: { editor: 'moderator' } });
  const { post, addressOf, me, tokenTo, changeEmail, newAddress, expectNotValid } = proofActs(site);

  describe('to another address', () => {
    it('change it when they are opened, and tell the former one', async () => {
      const anna = await register(site.app);
      const email = newAddress();
      const token = await changeEmail(anna, email);
      expect((await me(anna)).email).toBe(addressOf(anna));
      await post('verify-email', { token }).expect(200);
      expect(await me(anna)).toMatchObject({ email, emailVerified: true });
      await logIn(site.app, email, PASSWORD);
      const told = await mailTo(site.app, addressOf(anna), SUBJECTS.takeBack);
      expect(told.text).toContain('/account/address#token=');
      await expectNotValid('verify-email', { token });
    });

    it('are refused to who does not know the password', async () => {
      const anna = await register(site.app);
      const change = { email: newAddress(), current: 'wrong' };
      const answer = await site.app.request
        .put('/api/v1/users/me/email')
        .set(anna.auth)
        .send(change)
        .expect(403);
      expect(answer.body.type).toBe('/problems/wrong-password');
    });

    it('are worth nothing once the password has changed', async () => {
      const anna = await register(site.app);
      const token = await changeEmail(anna, newAddress());
      const change = { current: PASSWORD, password: NEW_PASSWORD };
      await site.app.request
        .put('/api/v1/users/me/password')
        .set(anna.auth)
        .send(change)
        .expect(204);
      await expectNotValid('verify-email', { token });
      expect((await me(anna)).email).toBe(addressOf(anna));
    });

    it('do not go to an address that an account has confirmed, which is told', async () => {
      const [anna, boris] = [await register(site.app), await register(site.app)];
      const token = await tokenTo(addressOf(boris), SUBJECTS.confirm);
      await post('verify-email', { token }).expect(200);
      const change = { email: addressOf(boris), current: PASSWORD };
      await site.app.request.put('/api/v1/users/me/email').set(anna.auth).send(change).expect(202);
      const told = await mailTo(site.app, addressOf(boris), SUBJECTS.taken);
      expect(told.text).toContain(`@${boris.username}`);
      expect(told.text).not.toContain('token=');
      expect(told.text).not.toContain(anna.username);
    });

    it('give it to who proves it, where another account never did, and say so before', async () => {
      const [anna, boris] = [await register(site.app), await register(site.app)];
      const email = addressOf(boris);
      const token = await changeEmail(anna, email);
      const { text } = await mailTo(site.app, email, SUBJECTS.change);
      expect(text).toContain(`The account @${boris.username} has this address, too`);
      await post('verify-email', { token }).expect(200);
      expect(await me(anna)).toMatchObject({ email, emailVerified: true });
      expect(await me(boris)).toMatchObject({ email: null, emailVerified: false });
      await logIn(site.app, boris.username, PASSWORD);
      expect((await logIn(site.app, email, PASSWORD)).user.id).toBe(anna.id);
      const another = newAddress();
      await post('verify-email', { token: await changeEmail(boris, another) }).expect(200);
      expect(await me(boris)).toMatchObject({ email: another, emailVerified: true });
    });

    it('take none from staff, who were chosen by an administrator', async () => {
      const [anna, email] = [await register(site.app), addressOf(site.editor)];
      const change = { email, current: PASSWORD };
      await site.app.request.put('/api/v1/users/me/email').set(anna.auth).send(change).expect(202);
      const told = await mailTo(site.app, email, SUBJECTS.taken);
      expect(told.text).not.toContain('token=');
    });

    it('give it to one of two who were asked', async () => {
      const [anna, boris] = [await register(site.app), await register(site.app)];
      const email = newAddress();
      const first = await changeEmail(anna, email);
      await changeEmail(boris, email);
      await until('both mails', async () => (await mailsTo(site.app, email)).length === 2);
      const second = (await mailsTo(site.app, email)).map(tokenIn).find((one) => one !== first)!;
      await post('verify-email', { token: first }).expect(200);
      const answer = await post('verify-email', { token: second }).expect(409);
      expect(answer.body.type).toBe('/problems/email-taken');
      expect((await me(boris)).email).toBe(addressOf(boris));
    });
  });

  describe('that take an address back', () => {
    it('end every session and the password, and lead to a new one', async () => {
      const anna = await register(site.app);
      const thief = await logIn(site.app, anna.username, PASSWORD);
      const stolen = newAddress();
      await post('verify-email', { token: await changeEmail(anna, stolen) }).expect(200);
      const token = await tokenTo(addressOf(anna), SUBJECTS.takeBack);
      const answer = await post('email/take-back', { token }).expect(200);
      expect(answer.body).toEqual({ username: anna.username, email: addressOf(anna) });
      await post('refresh', { refreshToken: thief.refreshToken }).expect(401);
      await post('login', { login: anna.username, password: PASSWORD }).expect(401);
      const reset = await tokenTo(addressOf(anna), SUBJECTS.reset);
      await post('reset-password', { token: reset, password: NEW_PASSWORD }).expect(200);
      const { accessToken } = await logIn(site.app, addressOf(anna), NEW_PASSWORD);
      const header = { authorization: `Bearer ${accessToken}` };
      const mine = await site.app.request.get('/api/v1/users/me').set(header).expect(200);
      expect(mine.body.email).toBe(addressOf(anna));
      await expectNotValid('email/take-back', { token });
    });

    it('take it from who has registered with it meanwhile', async () => {
      const anna = await register(site.app);
      const email = addressOf(anna);
      await post('verify-email', { token: await changeEmail(anna, newAddress()) }).expect(200);
      const squatter = { username: `${anna.username}-2`, email, password: PASSWORD };
      await post('register', squatter).expect(201);
      const token = await tokenTo(email, SUBJECTS.takeBack);
      const answer = await post('email/take-back', { token }).expect(200);
      expect(answer.body).toEqual({ username: anna.username, email });
      const reset = await tokenTo(email, SUBJECTS.reset);
      await post('reset-password', { token: reset, password: NEW_PASSWORD }).expect(200);
      expect((await logIn(site.app, email, NEW_PASSWORD)).user.id).toBe(anna.id);
      await logIn(site.app, squatter.username, PASSWORD);
    });

    it('outlast further changes, which cannot be taken back then', async () => {
      const anna = await register(site.app);
      const [second, third] = [newAddress(), newAddress()];
      await post('verify-email', { token: await changeEmail(anna, second) }).expect(200);
      await post('verify-email', { token: await changeEmail(anna, third) }).expect(200);
      const mine = await tokenTo(addressOf(anna), SUBJECTS.takeBack);
      const thiefs = await tokenTo(second, SUBJECTS.takeBack);
      await post('email/take-back', { token: mine }).expect(200);
      await expectNotValid('email/take-back', { token: thiefs });
    });
  });
});
