import { ImportedAuthorsRepository } from '../../src/users/accounts/imported-authors.repository.js';
import { FirstAdmin } from '../../src/auth/identity/first-admin.js';
import { ConfigFault } from '../../src/config/config-fault.js';
import { newId } from '../../src/database/ids.js';
import { UserRoom } from '../support/user-room.js';

describe('users', () => {
  const room = new UserRoom();
  const { asMember, count, join, start } = room;
  beforeAll(() => room.open());
  afterAll(() => room.close());
  beforeEach(() => room.empty());

  describe('a standing', () => {
    it('that has run out counts as active', async () => {
      const anna = await join('anna');
      const yesterday = new Date(Date.now() - 86_400_000);
      const tomorrow = new Date(Date.now() + 86_400_000);
      const set = (until: Date | null) =>
        room.db.transaction((tx) => room.repository.setStanding(tx, anna.id, 'suspended', until));
      const authority = () =>
        room.db.transaction((tx) => room.repository.getAuthority(tx, anna.id));

      await set(tomorrow);
      await expect(authority()).resolves.toEqual({ role: 'member', standing: 'suspended' });
      await expect(room.users.getMe(asMember(anna))).resolves.toMatchObject({
        standing: 'suspended',
        standingUntil: tomorrow.toISOString(),
      });
      await set(yesterday);
      await expect(authority()).resolves.toEqual({ role: 'member', standing: 'active' });
      await expect(room.users.getMe(asMember(anna))).resolves.toMatchObject({
        standing: 'active',
        standingUntil: null,
      });
      await set(null);
      await expect(authority()).resolves.toEqual({ role: 'member', standing: 'suspended' });
    });

    it('of a banned account hides its profile from all but moderators', async () => {
      const anna = await join('anna');
      await room.db.transaction((tx) => room.repository.setStanding(tx, anna.id, 'banned', null));
      await expect(room.users.getProfile(null, 'anna')).rejects.toMatchObject({
        kind: 'not-found',
      });
      const moderator = asMember({ id: newId(), role: 'moderator' });
      await expect(room.users.getProfile(moderator, 'ANNA')).resolves.toMatchObject({
        id: anna.id,
      });
    });
  });

  describe('an imported author', () => {
    const imported = () => room.app.get(ImportedAuthorsRepository);
    const author = (foreignKey: string, displayName = 'Katrina') => ({
      id: newId(),
      displayName,
      source: 'disqus',
      foreignKey,
      createdAt: new Date('2019-05-06T07:08:09.010Z'),
    });

    it('is kept once for its source and key', async () => {
      const first = await room.db.transaction((tx) => imported().insert(tx, author('42')));
      const again = await room.db.transaction((tx) => imported().insert(tx, author('42')));
      const other = await room.db.transaction((tx) => imported().insert(tx, author('43')));
      expect(again).toBe(first);
      expect(other).not.toBe(first);
      await expect(room.users.getById(first)).resolves.toMatchObject({
        kind: 'imported',
        username: null,
        createdAt: new Date('2019-05-06T07:08:09.010Z'),
      });
    });

    it('takes no name from anybody', async () => {
      await join('katrina');
      await room.db.transaction((tx) => imported().insert(tx, author('42')));
      await room.db.transaction((tx) => imported().insert(tx, author('44', 'Admin')));
      expect(await count('users')).toBe(3);
      expect(
        await count("user_names join users on users.id = user_id where kind = 'imported'"),
      ).toBe(0);
    });
  });

  describe('administrators', () => {
    it('may be demoted while another is left', async () => {
      const [a, b] = [await join('aaaa', { role: 'admin' }), await join('bbbb', { role: 'admin' })];
      const answer = await room.users.setRole(asMember(a), { username: 'BBBB', role: 'moderator' });
      expect(JSON.parse(answer.body!)).toMatchObject({ id: b.id, role: 'moderator' });
      await expect(
        room.users.setRole(asMember(a), { username: 'aaaa', role: 'member' }),
      ).rejects.toMatchObject({ slug: 'last-admin', kind: 'conflict' });
    });

    it.each(['banned', 'suspended'] as const)(
      'do not count while they are %s',
      async (standing) => {
        const [a, b] = [
          await join('aaaa', { role: 'admin' }),
          await join('bbbb', { role: 'admin' }),
        ];
        await room.db.transaction((tx) => room.repository.setStanding(tx, b.id, standing, null));
        await expect(
          room.users.setRole(asMember(a), { username: 'aaaa', role: 'member' }),
        ).rejects.toMatchObject({ slug: 'last-admin' });
      },
    );

    it('may all be gone, and other roles are still given and taken', async () => {
      const anna = await join('anna');
      const demote = (username: string) => room.users.setRoleOnTheMachine(username, 'member');
      await room.users.setRoleOnTheMachine('anna', 'moderator');
      await expect(demote('anna')).resolves.toMatchObject({ id: anna.id, role: 'member' });
      const b = await join('bbbb', { role: 'admin' });
      await room.db.transaction((tx) => room.repository.setStanding(tx, b.id, 'suspended', null));
      await expect(demote('bbbb')).rejects.toMatchObject({ slug: 'last-admin' });
    });

    it('who demote each other at once leave one', async () => {
      const [a, b] = [await join('aaaa', { role: 'admin' }), await join('bbbb', { role: 'admin' })];
      await Promise.allSettled(
        Array.from({ length: 40 }, (_, i) =>
          i % 2
            ? room.users.setRole(asMember(a), { username: 'bbbb', role: 'member' })
            : room.users.setRole(asMember(b), { username: 'aaaa', role: 'member' }),
        ),
      );
      expect(await count(`users where role = 'admin'`)).toBe(1);
    });

    it('who have lost the role meanwhile give none', async () => {
      const [a, b] = [await join('aaaa', { role: 'admin' }), await join('bbbb', { role: 'admin' })];
      await room.users.setRole(asMember(a), { username: 'bbbb', role: 'member' });
      await expect(
        room.users.setRole(asMember(b), { username: 'aaaa', role: 'member' }),
      ).rejects.toMatchObject({ kind: 'forbidden' });
    });
  });

  describe('the first administrator', () => {
    it('is made once, also when nodes start together, and can tell its password', async () => {
      const nodes = [room.app, await start(), await start()];
      const made = await Promise.all(nodes.map((node) => node.get(FirstAdmin).ensure()));
      expect(made.filter(Boolean)).toEqual([
        {
          email: 'admin@localhost',
          password: expect.stringMatching(/^[\w-]{24}$/),
          madePassword: true,
        },
      ]);
      expect(await count(`users where role = 'admin'`)).toBe(1);
      await expect(nodes[1].get(FirstAdmin).ensure()).resolves.toBeNull();
      await Promise.all(nodes.slice(1).map((node) => node.close()));
    });

    it('has the configured address and password', async () => {
      const node = await start({ ADMIN_EMAIL: 'Root@example.org', ADMIN_PASSWORD: 'pass phrase' });
      await expect(node.get(FirstAdmin).ensure()).resolves.toEqual({
        email: 'Root@example.org',
        password: 'pass phrase',
        madePassword: false,
      });
      await expect(room.users.findByLogin('root@EXAMPLE.org')).resolves.toMatchObject({
        username: 'admin',
        displayName: 'Administrator',
        role: 'admin',
      });
      await node.close();
    });

    it.each([
      ['ADMIN_EMAIL', { ADMIN_EMAIL: 'nobody at home' }],
      ['ADMIN_PASSWORD', { ADMIN_PASSWORD: 'short' }],
      ['ADMIN_PASSWORD', { ADMIN_PASSWORD: 'trustno1' }],
      ['ADMIN_PASSWORD', { ADMIN_PASSWORD: 'Administrator-1' }],
    ])('with a bad %s stops the boot with a sentence that does not repeat it', async (key, env) => {
      const node = await start(env);
      const fault = await node
        .get(FirstAdmin)
        .ensure()
        .catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(ConfigFault);
      expect((fault as Error).message).toContain(key);
      expect((fault as Error).message).not.toContain(Object.values(env)[0]);
      expect(await count('users')).toBe(0);
      await node.close();
    });

    it('cannot take the address of somebody else', async () => {
      await join('anna', { email: 'anna@example.org' });
      const node = await start({ ADMIN_EMAIL: 'anna@example.org' });
      await expect(node.get(FirstAdmin).ensure()).rejects.toThrow(ConfigFault);
      await node.close();
    });

    it('may send its own name back, and take no other reserved one', async () => {
      await room.app.get(FirstAdmin).ensure();
      const admin = asMember((await room.users.findByLogin('admin'))!);
      const same = { displayName: 'Administrator', bio: 'Here to help.' };
      const answer = await room.users.changeMe(admin, same);
      expect(JSON.parse(answer.body!)).toMatchObject(same);
      await expect(room.users.changeMe(admin, { displayName: 'System' })).rejects.toMatchObject({
        kind: 'invalid',
      });
    });
  });
});
