import { randomInt } from 'node:crypto';
import { DecisionTokens, endOfLinks } from '../../src/notifications/cases/decision-tokens.js';
import { useCases } from '../support/case-mails.js';
import { flag, outcomeOf } from '../support/moderation.js';
import { PASSWORD } from '../support/people.js';
import { say } from '../support/threads.js';

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';

describe('a link of a mail to staff', () => {
  const cases = useCases();
  const { site, stage, mailed, tokenBehind, look, press, undo, choose } = cases;
  const { setRole, newModerator, hold, give, statusOf } = cases;

  const logOf = async (commentId: string) =>
    (
      await site.app.request.get('/api/v1/moderation/log').set(site.editor.auth).expect(200)
    ).body.items
      .filter((one: { commentId: string }) => one.commentId === commentId)
      .map(({ action, reason, moderator }: Record<string, { id: string } | string | null>) => ({
        action,
        reason,
        by: (moderator as { id: string }).id,
      }));
  /** A held comment, and the mail about it to the only editor. */
  const heldAndMailed = async (body = 'Held') => {
    const comment = await hold(body);
    const [mail] = await mailed();
    return {
      ...comment,
      approve: tokenBehind(mail, 'Approve'),
      remove: tokenBehind(mail, 'Remove'),
    };
  };
  const edit = (id: string, body: string) =>
    site.app.request
      .patch(`/api/v1/comments/${id}`)
      .set({ ...site.anna.auth, 'if-match': '"1"' })
      .send({ body });

  it('shows the comment, approves it by one press, and says of the second that it is done', async () => {
    const { id, approve } = await heldAndMailed('A **comment** to read');
    const { body: shown } = await look(approve).expect(200);
    expect(shown).toMatchObject({
      state: 'open',
      action: 'approve',
      token: approve,
      undoUntil: null,
      comment: {
        author: site.anna.username,
        text: 'A comment to read',
        status: 'held',
        title: 'A review',
        rules: ['post-premoderated'],
      },
    });
    expect(await statusOf(id)).toBe('held');
    const before = Date.now();
    for (let times = 0; times < 2; times++) {
      const { body } = await press(approve).expect(200);
      expect(body).toMatchObject({ state: 'done', comment: { status: 'published' } });
      expect(Date.parse(body.undoUntil)).toBeGreaterThan(before);
    }
    expect((await look(approve).expect(200)).body.state).toBe('done');
    expect(await logOf(id)).toEqual([{ action: 'approve', reason: null, by: site.editor.id }]);
  });

  it('decides once of many presses at the same time', async () => {
    const { id, approve } = await heldAndMailed();
    const answers = await Promise.all(Array.from({ length: 8 }, () => press(approve)));
    expect(answers.map(({ body }) => body.state)).toEqual(Array.from({ length: 8 }, () => 'done'));
    expect(await logOf(id)).toHaveLength(1);
  });

  it('removes with the reason that was chosen, and its author is told as of every removal', async () => {
    const { id, remove, approve } = await heldAndMailed();
    expect((await look(remove).expect(200)).body.reason).toBe('other');
    await press(remove, { reason: 'spam' }).expect(200);
    expect(await logOf(id)).toEqual([{ action: 'remove', reason: 'spam', by: site.editor.id }]);
    const told = await site.database.query(
      `select from statements s join decisions d on d.id = s.decision_id where d.comment_id = $1`,
      [id],
    );
    expect(told).toHaveLength(1);
    // The other link of the mail does not undo the decision.
    expect((await look(approve).expect(200)).body).toMatchObject({ state: 'settled', token: null });
    expect(outcomeOf(await press(approve))).toBe('409 version-conflict');
    expect(await statusOf(id)).toBe('removed');
  });

  it('takes its decision back, and then decides anew by what it has answered', async () => {
    const { id, remove } = await heldAndMailed();
    expect(outcomeOf(await undo(remove))).toBe('404 decision-not-found');
    await press(remove).expect(200);
    const { body } = await undo(remove).expect(200);
    expect(body).toMatchObject({ state: 'changed', comment: { status: 'held' } });
    expect(await statusOf(id)).toBe('held');
    expect(outcomeOf(await undo(remove))).toBe('404 decision-not-found');
    expect(outcomeOf(await press(remove))).toBe('409 version-conflict');
    expect((await press(body.token).expect(200)).body.state).toBe('done');
    expect(await statusOf(id)).toBe('removed');
  });

  it('keeps what readers reported, or removes it for what most of them said', async () => {
    for (const [label, status] of [
      ['Keep', 'published'],
      ['Remove', 'removed'],
    ]) {
      const { id } = await say(site.app, site.anna, stage.open, `To ${label}`);
      expect((await flag(site.app, site.ben, id, { reason: 'hate' })).status).toBe(201);
      const mail = (await mailed()).at(-1)!;
      const token = tokenBehind(mail, label);
      expect((await look(token).expect(200)).body).toMatchObject({
        state: 'open',
        reason: 'hate',
        comment: { reports: 1, notices: 0 },
      });
      await press(token).expect(200);
      expect(await statusOf(id)).toBe(status);
      const [report] = await site.database.query<{ state: string }>(
        'select state from comment_flags where comment_id = $1',
        [id],
      );
      expect(report.state).toBe(label === 'Keep' ? 'disagreed' : 'agreed');
    }
  });

  it('answers a legal notice', async () => {
    const { id } = await say(site.app, site.anna, stage.open, 'An accusation');
    await give(id, 'It accuses a living person of a crime.');
    const token = tokenBehind((await mailed())[0], 'Remove');
    await press(token).expect(200);
    const notices = await site.database.query(
      'select state, action, reason from notices where comment_id = $1',
      [id],
    );
    expect(notices).toEqual([{ state: 'decided', action: 'remove', reason: 'illegal' }]);
  });

  it('shows a comment anew that was edited since, and decides on nothing unseen', async () => {
    const { id, approve } = await heldAndMailed('As it was');
    await edit(id, 'As it is').expect(200);
    expect(outcomeOf(await press(approve))).toBe('409 version-conflict');
    expect(await statusOf(id)).toBe('held');
    const { body } = await look(approve).expect(200);
    expect(body).toMatchObject({ state: 'changed', comment: { text: 'As it is' } });
    await press(body.token).expect(200);
    expect(await statusOf(id)).toBe('published');
  });

  it('is none when it is altered, of another account, or too old', async () => {
    const { id, version, approve, remove } = await heldAndMailed();
    const [user, what, mac] = approve.split('.');
    const [, whatElse] = remove.split('.');
    const tokens = site.app.app.get(DecisionTokens, { strict: false });
    const [editor] = await site.database.query<{ emailKey: string; passwordHash: string }>(
      'select email_key as "emailKey", password_hash as "passwordHash" from users where id = $1',
      [user],
    );
    const offered = { commentId: id, version, action: 'approve', endsAt: endOfLinks() } as const;
    const holder = { id: user, ...editor };
    const old = tokens.derive(holder, { ...offered, endsAt: Math.floor(Date.now() / 1_000) - 1 });
    const altered = Array.from({ length: 40 }, () => {
      const at = randomInt(approve.length);
      return approve.slice(0, at) + SIGNS[randomInt(SIGNS.length)] + approve.slice(at + 1);
    });
    const wrong = [
      ...altered.filter((token) => token !== approve),
      `${user}.${whatElse}.${mac}`,
      `${site.anna.id}.${what}.${mac}`,
      `${user}.${what}`,
      `${approve}.`,
      old,
      '',
    ];
    for (const token of wrong)
      for (const answer of await Promise.all([look(token), press(token), undo(token)]))
        expect(outcomeOf(answer)).toBe('422 link-not-valid');
    expect(await statusOf(id)).toBe('held');
    await press(tokens.derive(holder, offered)).expect(200);
  });

  it('is worth nothing to somebody who is no longer of the staff, or banned, or has another password', async () => {
    const warden = await newModerator();
    await choose(warden, { held: { mail: 'at_once' } }).expect(200);
    const { id } = await hold('Held');
    const [mail] = await mailed(`${warden.username}@example.org`);
    const token = tokenBehind(mail, 'Approve');
    const refused = async (outcome: string) => {
      for (const answer of [await look(token), await press(token), await undo(token)])
        expect(outcomeOf(answer)).toBe(outcome);
    };
    const stand = (standing: string) =>
      site.database.query('update users set standing = $2 where id = $1', [warden.id, standing]);
    await setRole(warden, 'member');
    await refused('403 role-required');
    await setRole(warden, 'moderator');
    await stand('banned');
    await refused('403 banned');
    await stand('suspended');
    await refused('403 account-suspended');
    await stand('active');
    await look(token).expect(200);
    await site.app.request
      .put('/api/v1/users/me/password')
      .set(warden.auth)
      .send({ current: PASSWORD, password: 'another horse battery' })
      .expect(204);
    await refused('422 link-not-valid');
    expect(await statusOf(id)).toBe('held');
    await setRole(warden, 'member');
  });

  it('is refused in the own case', async () => {
    const warden = await newModerator();
    await choose(warden, { held: { mail: 'at_once' }, reported: { mail: 'at_once' } }).expect(200);
    const { id } = await say(site.app, site.anna, stage.open, 'Reported');
    expect((await flag(site.app, site.ben, id)).status).toBe(201);
    const token = tokenBehind((await mailed(`${warden.username}@example.org`))[0], 'Keep');
    await say(site.app, warden, stage.open, 'An answer', id);
    for (const answer of [await look(token), await press(token)])
      expect(outcomeOf(answer)).toBe('409 conflict-of-interest');
    await setRole(warden, 'member');
  });

  // The last test: its editor has one factor, and can do nothing as staff afterwards.
  it('decide nothing for an account that has a second factor', async () => {
    const { approve } = await heldAndMailed();
    const factor = `insert into totp_factors (user_id, secret, confirmed_at) values ($1, '\\x00', now())`;
    await site.database.query(factor, [site.editor.id]);
    expect(outcomeOf(await press(approve))).toBe('403 second-factor-required');
    await site.database.query('delete from totp_factors where user_id = $1', [site.editor.id]);
    expect((await press(approve)).status).toBe(200);
  });

  it('decide nothing for an account that is about to be erased', async () => {
    const { approve } = await heldAndMailed();
    const close = 'update users set closed_at = $2 where id = $1';
    await site.database.query(close, [site.editor.id, new Date()]);
    expect(outcomeOf(await look(approve))).toBe('403 account-closing');
    await site.database.query(close, [site.editor.id, null]);
  });

  it('is neither mailed nor taken where the site asks its staff for two factors', async () => {
    const { id, approve } = await heldAndMailed();
    await site.app.request
      .patch('/api/v1/moderation/settings')
      .set(site.editor.auth)
      .send({ staffSecondFactor: true })
      .expect(200);
    for (const answer of [await look(approve), await press(approve), await undo(approve)])
      expect(outcomeOf(answer)).toBe('403 second-factor-required');
    const later = await hold('Held, too');
    const mail = (await mailed()).at(-1)!;
    expect(mail.text).toContain(`#comment-${later.id}`);
    expect(mail.text).toContain('nobody decides by a link of a mail');
    expect(mail.text + mail.html).not.toContain('/account/decide');
    const held = await site.database.query(
      `select from comments where id = $1 and status = 'held'`,
      [id],
    );
    expect(held).toHaveLength(1);
  });
});
