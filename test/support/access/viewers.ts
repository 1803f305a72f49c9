import { beGuest } from '../guests.js';
import { ADMIN, moderator, type Person, register, signInAsAdmin } from '../people.js';
import type { TestApp } from '../test-app.js';
import type { TestDatabase } from '../test-database.js';

/**
 * All askers. A `named guest` has a session but no account. `involved`, a moderator, has reported
 * the object. `ended`, an administrator, has signed out; the session of `revoked` was revoked.
 */
export const VIEWERS = [
  'guest',
  'forged',
  'ended',
  'revoked',
  'member',
  'author',
  'premoderated',
  'suspended',
  'banned',
  'moderator',
  'suspended moderator',
  'banned moderator',
  'involved',
  'admin',
  'suspended admin',
  'named guest',
] as const;
export type ViewerKind = (typeof VIEWERS)[number];

/** Askers with the credentials of a former session. */
type EndedKind = 'ended' | 'revoked';
/** Askers with the credentials of an account. */
export type SignedInKind = Exclude<ViewerKind, 'guest' | 'forged' | EndedKind>;

/** The environment that `createTestApp` needs. */
export const ACCESS_ENV = { ...ADMIN, SITE_ORIGINS: 'https://reviews.example', GUESTS: 'held' };

/** The askers, and the accounts that prepare the objects. */
export class Cast {
  private constructor(
    private readonly people: Record<SignedInKind, Person>,
    private readonly ended: Readonly<Record<EndedKind, Person>>,
    /** Creates posts and decides, but sends no probe. */
    readonly editor: Person,
    /** Replies to comments, but sends no probe. */
    readonly answerer: Person,
  ) {}

  static async of(app: TestApp, database: TestDatabase, first: Person): Promise<Cast> {
    const [member, author, premoderated, suspended, banned, answerer] = await Promise.all(
      ['member', 'author', 'premoderated', 'suspended', 'banned', 'answerer'].map((name) =>
        register(app, name),
      ),
    );
    const staff: Person[] = [];
    for (let count = 0; count < 6; count++) staff.push(await moderator(app, first));
    const [judge, involved, editor, idle, gone, formerAdmin] = staff;
    await database.query(`update users set role = 'admin' where id = $1`, [formerAdmin.id]);
    for (const [{ id }, standing] of [
      [premoderated, 'premoderated'],
      [suspended, 'suspended'],
      [banned, 'banned'],
      [idle, 'suspended'],
      [gone, 'banned'],
      [formerAdmin, 'suspended'],
    ] as const) {
      await database.query(
        `update users set standing = $2,
           standing_until = case $2 when 'suspended' then now() + interval '1 day' end
         where id = $1`,
        [id, standing],
      );
    }
    await giveTwoFactors(database);
    const people = {
      member,
      author,
      premoderated,
      suspended,
      banned,
      moderator: judge,
      'suspended moderator': idle,
      'banned moderator': gone,
      involved,
      admin: first,
      'suspended admin': formerAdmin,
      // No account has this name.
      'named guest': { ...(await beGuest(app)), username: 'nobody-at-all' },
    };
    const ended = { ended: await signedOut(app), revoked: await revoked(app) };
    return new Cast(people, ended, editor, answerer);
  }

  person(kind: SignedInKind): Person {
    return this.people[kind];
  }

  /** The asker's account; null for guests and invalid tokens. */
  account(kind: ViewerKind): Person | null {
    return kind in this.people ? this.people[kind as SignedInKind] : null;
  }

  headersOf(kind: ViewerKind): Record<string, string> {
    if (kind === 'guest') return {};
    if (kind === 'forged') return { authorization: `${this.people.admin.auth.authorization}x` };
    return kind in this.ended
      ? this.ended[kind as EndedKind].auth
      : this.people[kind as SignedInKind].auth;
  }
}

/** Sessions of one factor on an account with a passkey may do less; they have their own tests. */
async function giveTwoFactors(database: TestDatabase): Promise<void> {
  await database.query(
    `insert into passkeys (id, user_id, credential_id, public_key, counter, name, backed_up, by_password)
     select gen_random_uuid(), id, uuid_send(id), '', 0, 'Key', false, false from users where kind <> 'guest'`,
  );
  await database.query(
    'update sessions set second_factor = true where user_id in (select user_id from passkeys)',
  );
}

async function signedOut(app: TestApp): Promise<Person> {
  const person = await signInAsAdmin(app);
  await app.request.post('/api/v1/auth/logout').set(person.auth).expect(204);
  return person;
}

/** A refresh token was used twice, so its session is revoked. */
async function revoked(app: TestApp): Promise<Person> {
  const person = await signInAsAdmin(app);
  const refresh = (refreshToken: string) =>
    app.request.post('/api/v1/auth/refresh').send({ refreshToken });
  const next = await refresh(person.refreshToken).expect(200);
  await refresh(next.body.refreshToken).expect(200);
  await refresh(person.refreshToken).expect(401);
  return person;
}
