import { databaseFunction } from '../../database/functions.js';

/** Whether fewer than `enough` comments of an account are published. */
export const IS_NEWCOMER = databaseFunction(
  'is_newcomer',
  `(account uuid, enough integer) returns boolean
language plpgsql stable as $function$
begin
  return enough > (
    select count(*) from (
      select 1 from comments own where own.author_id = account and own.status = 'published' limit enough
    ) found
  );
end
$function$`,
);
