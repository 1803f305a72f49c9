import { randomBytes } from 'node:crypto';
import { newId } from '../../../../src/database/ids.js';
import { type Maker, NOBODY, type States, type Target } from './stage.js';

interface Account {
  kind?: 'member' | 'imported';
  role?: 'member' | 'moderator' | 'admin';
  standing?: 'active' | 'premoderated' | 'suspended' | 'banned';
}

function named(name: string): Target {
  return { names: { id: name, username: name }, version: 1 };
}

/** An account without a session. */
function account({ kind = 'member', role = 'member', standing = 'active' }: Account): Maker {
  return async ({ database }) => {
    const id = newId();
    const name = `u${randomBytes(6).toString('hex')}`;
    const [username, email] = kind === 'imported' ? [null, null] : [name, `${name}@example.org`];
    await database.query(
      `insert into users (id, kind, role, username, display_name, email, email_key, standing, standing_until)
       values ($1, $2, $3, $4, $5, $6, $6, $7,
         case when $7 = 'suspended' then now() + interval '1 day' end)`,
      [id, kind, role, username, name, email, standing],
    );
    return named(username ?? id);
  };
}

export const USER_STATES: States = {
  active: account({}),
  premoderated: account({ standing: 'premoderated' }),
  suspended: account({ standing: 'suspended' }),
  banned: account({ standing: 'banned' }),
  'a moderator': account({ role: 'moderator' }),
  'an administrator': account({ role: 'admin' }),
  imported: account({ kind: 'imported' }),
  "the asker's own": async ({ cast }, viewer) =>
    named((cast.account(viewer) ?? cast.person('member')).username),
  absent: async () => named(NOBODY),
};
