import { triggerFunction } from '../../database/functions.js';

/** Counted from the sign-in, however often the session is refreshed. */
const LIFETIME = `interval '30 days'`;
/** Shorter for staff, whose sessions can do more harm. */
const STAFF_LIFETIME = `interval '12 hours'`;

/** How long a new session of an account lasts; `u` is the alias of its row. */
export function lifetimeSql(u: string): string {
  return `case ${u}.role when 'member' then ${LIFETIME} else ${STAFF_LIFETIME} end`;
}

/**
 * Shortens the sessions of an account when it joins the staff: none lasts longer than a session
 * that starts then. It is a trigger, so that it covers every way in which a role is given.
 */
export const SHORTEN_SESSIONS = triggerFunction(
  'shorten_sessions',
  `language plpgsql
set enable_seqscan = off
as $function$
begin
  update sessions set expires_at = least(expires_at, now() + ${STAFF_LIFETIME})
  where user_id = new.id and revoked_at is null;
  return null;
end
$function$`,
  [
    {
      name: 'users_join_staff',
      event: 'after update of role',
      table: 'users',
      each: `for each row when (old.role = 'member' and new.role <> 'member')`,
    },
  ],
);
