/**
 * The standing that moderators have given an account, as of now: a suspension ends by itself.
 * @param u the alias of the account
 */
export function givenStanding(u: string): string {
  return `case when ${u}.standing = 'suspended' and ${u}.standing_until <= now()
    then 'active' else ${u}.standing end`;
}

/**
 * The current standing of an account. Once the erasure is requested, it is `closing` instead of the
 * former one.
 */
export function standingNow(u: string): string {
  return `case when ${u}.closed_at is not null then 'closing' else ${givenStanding(u)} end`;
}

/** `isAble` as SQL. */
export function isAbleNow(u: string): string {
  return `${standingNow(u)} in ('active', 'premoderated')`;
}
