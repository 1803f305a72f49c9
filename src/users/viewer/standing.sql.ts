/**
 * The standing of an account as of now: a suspension ends by itself.
 * @param u the alias of the account
 */
export function standingNow(u: string): string {
  return `case when ${u}.standing = 'suspended' and ${u}.standing_until <= now()
    then 'active' else ${u}.standing end`;
}

/** `isAble` as SQL. */
export function isAbleNow(u: string): string {
  return `${standingNow(u)} in ('active', 'premoderated')`;
}
