/**
 * Whether the address of an account is its own: it has confirmed the address, or an administrator chose the account
 * for the staff. Anybody may have given any other one.
 * @param u the alias of the account
 */
export function hasOwnAddress(u: string): string {
  return `(${u}.email_verified_at is not null or ${u}.role <> 'member')`;
}
