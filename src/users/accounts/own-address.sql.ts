/**
 * Whether the address of an account is its own: the account has confirmed it, or belongs to the
 * staff, whom an administrator has chosen. Anybody may have entered any other address.
 * @param u the alias of the account
 */
export function hasOwnAddress(u: string): string {
  return `(${u}.email_verified_at is not null or ${u}.role <> 'member')`;
}
