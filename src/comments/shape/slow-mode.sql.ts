import { databaseFunction } from '../../database/functions.js';

/** When an account may comment on a post again, given its slow mode in seconds. */
export function nextTurnSql(account: string, post: string, seconds: string): string {
  return `select own.created_at + make_interval(secs => ${seconds}) from comments own
    where own.author_id = ${account} and own.post_id = ${post}
    order by own.id desc limit 1`;
}

export const NEXT_TURN = databaseFunction(
  'next_turn',
  `(account uuid, post uuid, seconds integer) returns timestamptz
language plpgsql stable as $function$
begin
  return (
    ${nextTurnSql('account', 'post', 'seconds')}
  );
end
$function$`,
);
