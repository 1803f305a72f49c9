import { triggerFunction } from '../../database/functions.js';

/** Prevents every change of the log of decisions, even by the service or an application role. */
export const REFUSE_CHANGE = triggerFunction(
  'refuse_change',
  `language plpgsql as $function$
begin
  raise exception 'The table % is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$function$`,
  [
    {
      name: 'decisions_kept',
      event: 'before update or delete',
      table: 'decisions',
      each: 'for each row',
    },
    {
      name: 'decisions_not_truncated',
      event: 'before truncate',
      table: 'decisions',
      each: 'for each statement',
    },
  ],
);
