import { isAbleNow } from '../../users/viewer/standing.sql.js';
import { DEFAULT_PREFERENCES } from './notification-kinds.js';

/** Digests go out at this hour of UTC, those of a week on Mondays. */
const HOUR = `interval '8 hours'`;

const nextOf = (unit: 'day' | 'week') =>
  `(date_trunc('${unit}', now() at time zone 'UTC' - ${HOUR}) + interval '1 ${unit}' + ${HOUR}) at time zone 'UTC'`;

/**
 * How somebody wants to be mailed of a kind, as `notification_preferences` says it.
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

/** When somebody is mailed of what they are told now; null for never. */
export function mailDueSql(row: string, type = `${row}.type`): string {
  return `case ${mailOf(row, type)} when 'at_once' then now()
    when 'daily' then ${nextOf('day')} when 'weekly' then ${nextOf('week')} end`;
}

/** That somebody wants mail of a kind, whenever it comes. */
export function wantsMail(row: string, type = `${row}.type`): string {
  return `${mailOf(row, type)} <> 'off'`;
}

/**
 * That somebody of the staff is alone with what waits: an administrator, and no other active moderator is there.
 * @param u the alias of the account
 */
export function isAlone(u: string): string {
  return `(${u}.role = 'admin' and not exists (
    select from users o where o.role <> 'member' and o.id <> ${u}.id and ${isAbleNow('o')}))`;
}

/** That somebody of the staff is mailed of a kind of what waits; until they choose, where they are alone with it. */
export function wantsCases(u: string, kind: string): string {
  return `coalesce((
    select pr.mail <> 'off' from notification_preferences pr
    where pr.user_id = ${u}.id and pr.type = ${kind}), ${isAlone(u)})`;
}
