import { type Person, register } from '../../people.js';
import { type Maker, NOBODY, type Stage, type States, type Target } from './stage.js';

const PASSWORD = 'correct horse battery';

async function sent(stage: Stage, path: string, body: object): Promise<{ refreshToken: string }> {
  return (await stage.expect(200, stage.app.request.post(`/api/v1/auth/${path}`).send(body))).body;
}

/** An account with a password, changed directly in the database. */
function account(change: string | null, password = PASSWORD): Maker {
  return async ({ app, database }) => {
    const { id, username } = await register(app);
    if (change) await database.query(`update users set ${change} where id = $1`, [id]);
    return { names: { login: username, password }, version: 1 };
  };
}

export const ACCOUNT_STATES: States = {
  active: account(null),
  'active, and another password': account(null, 'correct horse batterie'),
  premoderated: account(`standing = 'premoderated'`),
  suspended: account(`standing = 'suspended', standing_until = now() + interval '1 day'`),
  banned: account(`standing = 'banned'`),
  'a moderator': account(`role = 'moderator'`),
  'an administrator': account(`role = 'admin'`),
  absent: async () => ({ names: { login: 'nobody-at-all', password: PASSWORD }, version: 1 }),
};

function named(refreshToken: string): Target {
  return { names: { refreshToken }, version: 1 };
}

function session(live: (stage: Stage, person: Person) => Promise<string>): Maker {
  return async (stage) => named(await live(stage, await register(stage.app)));
}

/** A session that was changed directly in the database. */
function sessionAfter(sql: string): Maker {
  return session(async ({ database }, { id, refreshToken }) => {
    await database.query(sql, [id]);
    return refreshToken;
  });
}

export const SESSION_STATES: States = {
  live: session(async (_, { refreshToken }) => refreshToken),
  'just renewed': session(async (stage, { refreshToken }) => {
    await sent(stage, 'refresh', { refreshToken });
    return refreshToken;
  }),
  'renewed, and its successor used': session(async (stage, { refreshToken }) => {
    const next = await sent(stage, 'refresh', { refreshToken });
    await sent(stage, 'refresh', { refreshToken: next.refreshToken });
    return refreshToken;
  }),
  'signed out': session(async (stage, { auth, refreshToken }) => {
    await stage.expect(204, stage.app.request.post('/api/v1/auth/logout').set(auth));
    return refreshToken;
  }),
  expired: sessionAfter('update sessions set expires_at = now() where user_id = $1'),
  "a banned account's": sessionAfter(`update users set standing = 'banned' where id = $1`),
  forgotten: sessionAfter('delete from sessions where user_id = $1'),
  absent: async () => named('not-a-token-of-ours'),
};

/** Another session of an account, by the id from its owner's list. */
async function anotherOf({ database }: Stage, userId: string): Promise<Target> {
  const [{ id }] = await database.query<{ id: string }>(
    `insert into sessions (id, user_id, salt, expires_at)
     values (gen_random_uuid(), $1, '', now() + interval '1 hour') returning id`,
    [userId],
  );
  return { names: { id }, version: 1 };
}

export const LISTED_SESSION_STATES: States = {
  "the asker's own": async (stage, viewer) =>
    anotherOf(stage, stage.cast.account(viewer)?.id ?? stage.cast.editor.id),
  "somebody else's": (stage) => anotherOf(stage, stage.cast.editor.id),
  absent: async () => ({ names: { id: NOBODY }, version: 1 }),
};

async function passkeyOf({ database }: Stage, userId: string): Promise<Target> {
  const [{ id }] = await database.query<{ id: string }>(
    `insert into passkeys (id, user_id, credential_id, public_key, counter, name, backed_up, by_password)
     values (gen_random_uuid(), $1, uuid_send(gen_random_uuid()), '', 0, 'Key', false, true) returning id`,
    [userId],
  );
  return { names: { id }, version: 1 };
}

export const PASSKEY_STATES: States = {
  "the asker's own": async (stage, viewer) =>
    passkeyOf(stage, stage.cast.account(viewer)?.id ?? stage.cast.editor.id),
  "somebody else's": (stage) => passkeyOf(stage, stage.cast.editor.id),
  absent: async () => ({ names: { id: NOBODY }, version: 1 }),
};

async function linkOf({ database }: Stage, userId: string): Promise<Target> {
  const [{ id }] = await database.query<{ id: string }>(
    `insert into identities (issuer, subject, user_id, linked)
     values ('https://club.example', gen_random_uuid()::text, $1, true) returning id`,
    [userId],
  );
  return { names: { id }, version: 1 };
}

export const LINK_STATES: States = {
  "the asker's own": async (stage, viewer) => {
    // A named guest has no account that could be linked.
    const account = viewer === 'named guest' ? null : stage.cast.account(viewer);
    return linkOf(stage, account?.id ?? stage.cast.editor.id);
  },
  "somebody else's": (stage) => linkOf(stage, stage.cast.editor.id),
  absent: async () => ({ names: { id: NOBODY }, version: 1 }),
};
