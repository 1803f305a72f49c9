import { PUBLICLY_READABLE, postIsThere } from '../../comments/shape/visibility.js';
import { ignoresSql } from '../../users/ignored/ignored-users.sql.js';

/**
 * Condition: a notification may be shown or sent now, regardless of the state when it was created.
 * For a decision, its statement is visible. For others, the comment is public, its post exists, and
 * neither of the two users ignores the other.
 * @param n the alias of the notification
 */
export function isReadable(n: string): string {
  return `case ${n}.type
    when 'decision' then exists (
      select from statements s where s.decision_id = ${n}.cause and s.visible_at <= now())
    when 'correction' then exists (
      select from comments c join post_updates x on x.id = ${n}.cause
      where c.id = ${n}.comment_id and ${PUBLICLY_READABLE} and ${postIsThere('c')}
        and not ${ignoresSql(`${n}.user_id`, 'x.author_id')})
    else exists (
      select from comments c
      where c.id = ${n}.comment_id and ${PUBLICLY_READABLE} and ${postIsThere('c')}
        and not ${ignoresSql(`${n}.user_id`, 'c.author_id')}) end`;
}

/**
 * Condition: the user wants notifications of a kind in the list.
 * @param row the alias of the table with the column `user_id`
 */
export function rings(row: string, type = `${row}.type`): string {
  return `not exists (
    select from notification_preferences pr
    where pr.user_id = ${row}.user_id and pr.type = ${type} and not pr.bell)`;
}

/** Condition: the user wants notifications of a kind, in the list or by mail. */
export function isWanted(row: string, type = `${row}.type`): string {
  return `not exists (
    select from notification_preferences pr
    where pr.user_id = ${row}.user_id and pr.type = ${type} and not pr.bell and pr.mail = 'off')`;
}
