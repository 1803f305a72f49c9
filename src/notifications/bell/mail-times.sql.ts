import { isAbleNow } from '../../users/viewer/standing.sql.js';
import { DEFAULT_PREFERENCES } from './notification-kinds.js';

/** Digests are sent at this hour of UTC, weekly ones on Mondays. */
const HOUR = `interval '8 hours'`;

const nextOf = (unit: 'day' | 'week') =>
  `(date_trunc('${unit}', now() at time zone 'UTC' - ${HOUR}) + interval '1 ${unit}' + ${HOUR}) at time zone 'UTC'`;

/**
 * The mail time that a user has chosen for a kind in `notification_preferences`, or the default.
 * @param row the alias of the table with the column `user_id`
 */
function mailOf(row: string, type: string): string {
  const defaults = Object.entries(DEFAULT_PREFERENCES)
    .map(([kind, { mail }]) => `when '${kind}' then '${mail}'`)
    .join(' ');
  return `coalesce((
    select pr.mail from notification_preferences pr
    where pr.user_id = ${row}.user_id and pr.type = ${type}), case ${type} ${defaults} end)`;
}

/** When the mail of a new notification is due; null for never. */
export function mailDueSql(row: string, type = `${row}.type`): string {
  return `case ${mailOf(row, type)} when 'at_once' then now()
    when 'daily' then ${nextOf('day')} when 'weekly' then ${nextOf('week')} end`;
}

/** Condition: the user wants mail of a kind, at any time. */
export function wantsMail(row: string, type = `${row}.type`): string {
  return `${mailOf(row, type)} <> 'off'`;
}

/**
 * Condition: the account is an administrator, and there is no other active administrator or
 * moderator.
 * @param u the alias of the account
 */
export function isAlone(u: string): string {
  return `(${u}.role = 'admin' and not exists (
    select from users o where o.role <> 'member' and o.id <> ${u}.id and ${isAbleNow('o')}))`;
}

/**
 * Condition: the staff member gets mail of a kind of case. The default is to mail a sole
 * administrator only.
 */
export function wantsCases(u: string, kind: string): string {
  return `coalesce((
    select pr.mail <> 'off' from notification_preferences pr
    where pr.user_id = ${u}.id and pr.type = ${kind}), ${isAlone(u)})`;
}
