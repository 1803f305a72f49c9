import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { tmpdir } from 'node:os';
import { AuthModule } from '../../src/auth/auth.module.js';
import { FirstAdmin } from '../../src/auth/first-admin.js';
import { type Environment, parseConfig } from '../../src/config/app-config.js';
import { ConfigFault } from '../../src/config/config-fault.js';
import { ConfigModule } from '../../src/config/config.module.js';
import { Database } from '../../src/database/database.js';
import { DatabaseModule } from '../../src/database/database.module.js';
import { newId } from '../../src/database/ids.js';
import { EventsModule } from '../../src/events/events.module.js';
import { UsersModule } from '../../src/users/users.module.js';
import { type NewMember, UsersRepository } from '../../src/users/users.repository.js';
import { UsersService } from '../../src/users/users.service.js';
import type { Member, Role } from '../../src/users/viewer.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('users', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let users: UsersService;
  let repository: UsersRepository;
  let db: Database;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await start();
    users = app.get(UsersService);
    repository = app.get(UsersRepository);
    db = app.get(Database);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });
  beforeEach(() => database.query('truncate users cascade'));

  async function start(env: Environment = {}): Promise<INestApplicationContext> {
    const config = parseConfig({
      AUTH_SECRET: 'kV2mT9xLq4Rz7YbN1cWf8PsJ5hGd3AeU',
      DATA_DIR: tmpdir(),
      ...env,
    });
    @Module({
      imports: [
        ConfigModule.forRoot(config),
        DatabaseModule.forRoot(database.connection),
        EventsModule,
        UsersModule,
        AuthModule,
      ],
    })
    class Service {}
    return NestFactory.createApplicationContext(Service, { logger: false, abortOnError: false });
  }

  function join(username: string, more: Partial<NewMember> = {}) {
    return db.transaction((tx) =>
      users.create(tx, {
        username,
        displayName: more.displayName ?? username,
        email: more.email ?? `${newId()}@example.org`,
        role: more.role ?? 'member',
        passwordHash: null,
      }),
    );
  }

  function asMember({ id, role }: { id: string; role: Role }): Member {
    return { id, role, standing: 'active', sessionId: newId(), expiresAt: Date.now() + 60_000 };
  }

  const count = async (what: string) =>
    (await database.query<{ rows: number }>(`select count(*)::int as rows from ${what}`))[0].rows;

  describe('names', () => {
    it.each([
      ['in another case', 'Katrina', 'KATRINA'],
      ['with a Cyrillic letter', 'Katrina', 'K\u0430trina'],
      ['all in Cyrillic', 'cocoa', '\u0441\u043e\u0441\u043e\u0430'],
      ['with rn for m', 'marina', 'rnarina'],
      ['with l for I', 'Ivan', 'lvan'],
      ['in full width', 'Katrina', '\uff2b\uff41\uff54\uff52\uff49\uff4e\uff41'],
      ['in another normal form', 'J\u0101nis', 'Ja\u0304nis'],
    ])('that look alike are one: %s', async (_, first, second) => {
      await join('somebody', { displayName: first });
      await expect(join('another', { displayName: second })).rejects.toMatchObject({
        slug: 'name-taken',
        errors: [{ pointer: '/displayName' }],
      });
      expect(await count('users')).toBe(1);
    });

    it('of accounts are taken both as user name and as display name', async () => {
      await join('katrina', { displayName: 'Анна К.' });
      await expect(join('another', { displayName: 'Katrina' })).rejects.toMatchObject({
        errors: [{ pointer: '/displayName' }],
      });
      await join('ivan', { displayName: 'Olga' });
      await expect(join('olga')).rejects.toMatchObject({ errors: [{ pointer: '/username' }] });
    });

    it('may be the same for the same account', async () => {
      await expect(join('katrina', { displayName: 'Katrina' })).resolves.toMatchObject({
        displayName: 'Katrina',
      });
    });

    it('of two people who only resemble each other are two', async () => {
      await join('anna', { displayName: 'Анна Каренина' });
      await join('anna2', { displayName: 'Анна Каренена' });
      await join('anna_', { displayName: 'Anna Karenina' });
      expect(await count('users')).toBe(3);
    });

    it.each(['admin', 'Adm1n', 'a.d.m.i.n', 'ADMIN'])('of staff are refused: %s', async (name) => {
      await expect(join(name)).rejects.toMatchObject({
        kind: 'invalid',
        errors: [{ pointer: '/username' }],
      });
    });

    it.each(['Модератор', '\u0430dmin', 'Ad min', 'М\u043ederator', '★ Admin ★'])(
      'to show that speak for the site are refused: %s',
      async (displayName) => {
        await expect(join('somebody', { displayName })).rejects.toMatchObject({
          kind: 'invalid',
          errors: [{ pointer: '/displayName' }],
        });
      },
    );

    it('that a change gives up are free again, and the user name stays taken', async () => {
      const anna = await join('anna', { displayName: 'Каренина' });
      await users.changeMe(asMember(anna), { displayName: 'Облонская' }, null);
      await join('other', { displayName: 'Каренина' });
      await expect(join('another', { displayName: 'Anna' })).rejects.toMatchObject({
        slug: 'name-taken',
      });
      await expect(join('another', { displayName: 'облонская' })).rejects.toMatchObject({
        slug: 'name-taken',
      });
    });

    it('that somebody else has cannot be changed to, and nothing changes', async () => {
      const anna = await join('anna', { displayName: 'Каренина' });
      await join('kitty', { displayName: 'Щербацкая' });
      const change = { displayName: 'щербацкая', bio: 'new' };
      await expect(users.changeMe(asMember(anna), change, null)).rejects.toMatchObject({
        slug: 'name-taken',
      });
      await expect(users.getById(anna.id)).resolves.toMatchObject({
        displayName: 'Каренина',
        bio: '',
      });
    });

    it('asked for by many at once go to one', async () => {
      const names = ['Katrina', 'KATRINA', 'katrina', 'K\u0430trina', 'Katr1na'];
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) =>
          i % 2 ? join('katrina') : join(`user${i}`, { displayName: names[(i / 2) % 4] }),
        ),
      );
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      for (const { reason } of refused) expect(reason).toMatchObject({ slug: 'name-taken' });
      expect(refused).toHaveLength(19);
      expect(await count('users')).toBe(1);
    });

    it('changed to each other at once end as two different names', async () => {
      const [a, b] = [
        await join('aaaa', { displayName: 'Eins' }),
        await join('bbbb', { displayName: 'Zwei' }),
      ];
      await Promise.allSettled([
        users.changeMe(asMember(a), { displayName: 'Zwei' }, null),
        users.changeMe(asMember(b), { displayName: 'Eins' }, null),
      ]);
      const shown = [await users.getById(a.id), await users.getById(b.id)];
      expect(new Set(shown.map((user) => user.displayName)).size).toBe(2);
      for (const { id, displayName } of shown) {
        const taken = await join(`c${id.slice(-8)}`, { displayName }).catch(
          (error: unknown) => error,
        );
        expect(taken).toMatchObject({ slug: 'name-taken' });
      }
    });

    it('raise the pages that show them', async () => {
      const anna = await join('anna');
      const [postId, commentId] = [newId(), newId()];
      await database.query(`insert into posts (id, slug, title) values ($1, 'review', 'Review')`, [
        postId,
      ]);
      await database.query('insert into post_heads (post_id) values ($1)', [postId]);
      await database.query(
        `insert into comments (id, post_id, root_id, depth, author_id, status, listed, post_revision,
                               renderer, created_at, body, html)
         values ($1, $2, $1, 0, $3, 'published', true, 1, 1, now(), 'text', '<p>text</p>')`,
        [commentId, postId, anna.id],
      );
      await users.changeMe(asMember(anna), { displayName: 'Анна' }, null);
      expect(
        await database.query('select page_version, seq::int from post_heads where post_id = $1', [
          postId,
        ]),
      ).toEqual([{ page_version: 1, seq: 0 }]);
      await database.query('truncate posts cascade');
    });
  });

  describe('an e-mail address', () => {
    it('belongs to one account, in whatever case and normal form', async () => {
      await join('anna', { email: 'J\u0101nis@example.org' });
      await expect(join('kitty', { email: 'JA\u0304NIS@EXAMPLE.ORG' })).rejects.toMatchObject({
        slug: 'email-taken',
        errors: [{ pointer: '/email' }],
      });
    });

    it('registered by many at once makes one account', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 12 }, (_, i) => join(`user${i}`, { email: 'anna@example.org' })),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await count('users')).toBe(1);
      // The losers leave no claim behind.
      await join('user99', { displayName: 'user98' });
    });
  });

  describe('a standing', () => {
    it('that has run out counts as active', async () => {
      const anna = await join('anna');
      const yesterday = new Date(Date.now() - 86_400_000);
      const tomorrow = new Date(Date.now() + 86_400_000);
      const set = (until: Date | null) =>
        db.transaction((tx) => repository.setStanding(tx, anna.id, 'suspended', until));
      const authority = () => db.transaction((tx) => repository.getAuthority(tx, anna.id));

      await set(tomorrow);
      await expect(authority()).resolves.toEqual({ role: 'member', standing: 'suspended' });
      await expect(users.getMe(asMember(anna))).resolves.toMatchObject({
        standing: 'suspended',
        standingUntil: tomorrow.toISOString(),
      });
      await set(yesterday);
      await expect(authority()).resolves.toEqual({ role: 'member', standing: 'active' });
      await expect(users.getMe(asMember(anna))).resolves.toMatchObject({
        standing: 'active',
        standingUntil: null,
      });
      await set(null);
      await expect(authority()).resolves.toEqual({ role: 'member', standing: 'suspended' });
    });

    it('of a banned account hides its profile from all but moderators', async () => {
      const anna = await join('anna');
      await db.transaction((tx) => repository.setStanding(tx, anna.id, 'banned', null));
      await expect(users.getProfile(null, 'anna')).rejects.toMatchObject({ kind: 'not-found' });
      const moderator = asMember({ id: newId(), role: 'moderator' });
      await expect(users.getProfile(moderator, 'ANNA')).resolves.toMatchObject({ id: anna.id });
    });
  });

  describe('an imported author', () => {
    const author = (foreignKey: string, displayName = 'Katrina') => ({
      id: newId(),
      displayName,
      source: 'disqus',
      foreignKey,
      createdAt: new Date('2019-05-06T07:08:09.010Z'),
    });

    it('is kept once for its source and key', async () => {
      const first = await db.transaction((tx) => repository.insertImported(tx, author('42')));
      const again = await db.transaction((tx) => repository.insertImported(tx, author('42')));
      const other = await db.transaction((tx) => repository.insertImported(tx, author('43')));
      expect(again).toBe(first);
      expect(other).not.toBe(first);
      await expect(users.getById(first)).resolves.toMatchObject({
        kind: 'imported',
        username: null,
        createdAt: new Date('2019-05-06T07:08:09.010Z'),
      });
    });

    it('takes no name from anybody', async () => {
      await join('katrina');
      await db.transaction((tx) => repository.insertImported(tx, author('42')));
      await db.transaction((tx) => repository.insertImported(tx, author('44', 'Admin')));
      expect(await count('users')).toBe(3);
      expect(
        await count("user_names join users on users.id = user_id where kind = 'imported'"),
      ).toBe(0);
    });
  });

  describe('administrators', () => {
    it('may be demoted while another is left', async () => {
      const [a, b] = [await join('aaaa', { role: 'admin' }), await join('bbbb', { role: 'admin' })];
      const answer = await users.setRole(
        asMember(a),
        { username: 'BBBB', role: 'moderator' },
        null,
      );
      expect(JSON.parse(answer.body!)).toMatchObject({ id: b.id, role: 'moderator' });
      await expect(
        users.setRole(asMember(a), { username: 'aaaa', role: 'member' }, null),
      ).rejects.toMatchObject({ slug: 'last-admin', kind: 'conflict' });
    });

    it('do not count while they are banned', async () => {
      const [a, b] = [await join('aaaa', { role: 'admin' }), await join('bbbb', { role: 'admin' })];
      await db.transaction((tx) => repository.setStanding(tx, b.id, 'banned', null));
      await expect(
        users.setRole(asMember(a), { username: 'aaaa', role: 'member' }, null),
      ).rejects.toMatchObject({ slug: 'last-admin' });
    });

    it('who demote each other at once leave one', async () => {
      const [a, b] = [await join('aaaa', { role: 'admin' }), await join('bbbb', { role: 'admin' })];
      await Promise.allSettled(
        Array.from({ length: 40 }, (_, i) =>
          i % 2
            ? users.setRole(asMember(a), { username: 'bbbb', role: 'member' }, null)
            : users.setRole(asMember(b), { username: 'aaaa', role: 'member' }, null),
        ),
      );
      expect(await count(`users where role = 'admin'`)).toBe(1);
    });

    it('who have lost the role meanwhile give none', async () => {
      const [a, b] = [await join('aaaa', { role: 'admin' }), await join('bbbb', { role: 'admin' })];
      await users.setRole(asMember(a), { username: 'bbbb', role: 'member' }, null);
      await expect(
        users.setRole(asMember(b), { username: 'aaaa', role: 'member' }, null),
      ).rejects.toMatchObject({ kind: 'forbidden' });
    });
  });

  describe('the first administrator', () => {
    it('is made once, also when nodes start together, and can tell its password', async () => {
      const nodes = [app, await start(), await start()];
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
      await expect(users.findByLogin('root@EXAMPLE.org')).resolves.toMatchObject({
        username: 'admin',
        displayName: 'Administrator',
        role: 'admin',
      });
      await node.close();
    });

    it.each([
      ['ADMIN_EMAIL', { ADMIN_EMAIL: 'nobody at home' }],
      ['ADMIN_PASSWORD', { ADMIN_PASSWORD: 'short' }],
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
      await app.get(FirstAdmin).ensure();
      const admin = asMember((await users.findByLogin('admin'))!);
      const same = { displayName: 'Administrator', bio: 'Here to help.' };
      const answer = await users.changeMe(admin, same, null);
      expect(JSON.parse(answer.body!)).toMatchObject(same);
      await expect(users.changeMe(admin, { displayName: 'System' }, null)).rejects.toMatchObject({
        kind: 'invalid',
      });
    });
  });
});
