import { hasOwnAddress } from '../../users/accounts/own-address.sql.js';

/**
 * Condition: mail can reach an account of the staff.
 * @param u the alias of the account
 */
export function takesMail(u: string): string {
  return `(${u}.kind = 'member' and ${u}.email is not null and ${u}.email_failed_at is null
    and ${hasOwnAddress(u)})`;
}
