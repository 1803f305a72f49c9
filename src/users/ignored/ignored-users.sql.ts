/** Condition: one of two accounts ignores the other. */
export function ignoresSql(one: string, other: string): string {
  return `exists (
    select from ignored_users i where i.user_id = ${one} and i.ignored_id = ${other}
    union all
    select from ignored_users i where i.user_id = ${other} and i.ignored_id = ${one})`;
}
