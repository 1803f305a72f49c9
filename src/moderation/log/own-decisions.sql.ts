/** The rows that belong to decisions on the account `$1` and its comments. */
export function ofOwnDecisions(decisionId: string): string {
  return `${decisionId} in (select id from decisions where user_id = $1)`;
}
