import { ADMIN, moderator, type Person, register, signInAsAdmin } from '../people.js';
import type { TestApp } from '../test-app.js';
import type { TestDatabase } from '../test-database.js';

/**
 * Everybody who may ask. `involved` moderates, and has reported what is asked about; `ended` is an
 * administrator whose session has ended.
 */
export const VIEWERS = [
  'guest',
  'forged',
  'ended',
  'member',
  'author',
  'premoderated',
  'suspended',
  'banned',
  'moderator',
  'involved',
  'admin',
] as const;
export type ViewerKind = (typeof VIEWERS)[number];

/** Whose credentials are an account's. */
export type SignedInKind = Exclude<ViewerKind, 'guest' | 'forged' | 'ended'>;

/** What `createTestApp` must be given. */
export const ACCESS_ENV = { ...ADMIN, SITE_ORIGINS: 'https://reviews.example' };

/** The people who ask, and those who prepare what is asked about. */
export class Cast {
  private constructor(
    private readonly people: Record<SignedInKind, Person>,
    private readonly ended: Person,
    /** Makes posts and decides; asks nothing. */
    readonly editor: Person,
    /** Answers comments; asks nothing. */
    readonly answerer: Person,
  ) {}

  static async of(app: TestApp, database: TestDatabase, first: Person): Promise<Cast> {
    const [member, author, premoderated, suspended, banned, answerer] = await Promise.all(
      ['member', 'author', 'premoderated', 'suspended', 'banned', 'answerer'].map((name) =>
        register(app, name),
      ),
    );
    const [judge, involved, editor] = [
      await moderator(app, first),
      await moderator(app, first),
      await moderator(app, first),
    ];
    for (const [{ id }, standing] of [
      [premoderated, 'premoderated'],
      [suspended, 'suspended'],
      [banned, 'banned'],
    ] as const) {
      await database.query(
        `update users set standing = $2,
           standing_until = case $2 when 'suspended' then now() + interval '1 day' end
         where id = $1`,
        [id, standing],
      );
    }
    const ended = await signInAsAdmin(app);
    await app.request.post('/api/v1/auth/logout').set(ended.auth).expect(204);
    const people = { member, author, premoderated, suspended, banned };
    const staff = { moderator: judge, involved, admin: first };
    return new Cast({ ...people, ...staff }, ended, editor, answerer);
  }

  person(kind: SignedInKind): Person {
    return this.people[kind];
  }

  /** Whose account asks; null for guests and for tokens that prove nothing. */
  account(kind: ViewerKind): Person | null {
    return kind === 'guest' || kind === 'forged' || kind === 'ended' ? null : this.people[kind];
  }

  headersOf(kind: ViewerKind): Record<string, string> {
    if (kind === 'guest') return {};
    if (kind === 'forged') return { authorization: `${this.people.admin.auth.authorization}x` };
    return kind === 'ended' ? this.ended.auth : this.people[kind].auth;
  }
}
