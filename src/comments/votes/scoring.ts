/**
 * The sort keys of comments, as functions and as SQL; a test compares both. Both are stored as
 * `real`.
 */

/** The quantile of the normal distribution for an interval of 95 %, and its square. */
const Z = 1.96;
const Z2 = 3.8416;

/**
 * The key of the sort `best`: the lower bound of the share of approval with 95 % confidence. It is
 * the lower end of the score interval of a binomial proportion (E. B. Wilson, "Probable inference,
 * the law of succession, and statistical inference", JASA 22, 1927), so that 40 of 50 rank above 2
 * of 2.
 * @returns 0 to 1; 0 without upvotes
 */
export function wilsonLowerBound(up: number, down: number): number {
  if (up === 0) return 0;
  const votes = up + down;
  const centre = up + Z2 / 2;
  const reach = Z * Math.sqrt((up * down) / votes + Z2 / 4);
  return (centre - reach) / (votes + Z2);
}

/**
 * The key of the sort `controversial`: many votes, evenly split. Their number to the power of the
 * balance between both sides, as in Reddit's and Lemmy's sorts of this name.
 * @returns 0 when one side has no votes
 */
export function controversy(up: number, down: number): number {
  if (up === 0 || down === 0) return 0;
  return (up + down) ** (Math.min(up, down) / Math.max(up, down));
}

/** The same as `wilsonLowerBound`; `up` and `down` are SQL of type `float8`. */
export function wilsonLowerBoundSql(up: string, down: string): string {
  return `case when ${up} = 0 then 0 else
    (${up} + ${Z2} / 2 - ${Z} * sqrt(${up} * ${down} / (${up} + ${down}) + ${Z2} / 4))
      / (${up} + ${down} + ${Z2}) end`;
}

/** The same as `controversy`; `up` and `down` are SQL of type `float8`. */
export function controversySql(up: string, down: string): string {
  return `case when ${up} = 0 or ${down} = 0 then 0 else
    power(${up} + ${down}, least(${up}, ${down}) / greatest(${up}, ${down})) end`;
}
