/**
 * How many bytes of texts one response lists. A list ends before the item that would exceed it, and
 * its cursor continues there. One item is always listed, however large it is.
 */
const MAX_BYTES = 1_024 * 1_024;

/**
 * A row with the number of rows before the cut to what fits, and the values of the cut where the
 * statement selects them.
 */
export interface FittingRow {
  found: number;
  filled?: string;
  nth?: string;
}

/**
 * SQL for the rows of a query that fit into a response, in its order. Sizes are those of stored
 * texts: `octet_length` of a column does not read them.
 * @param rows a query that is limited to one row more than a page
 * @param order over its columns
 * @param size of a row, over its columns, in bytes
 */
export function fittingSql(rows: string, order: string, size: string): string {
  return `select * from (
      select listed.*, count(*) over ()::integer as found,
        sum((${size})::bigint) over (order by ${order} rows unbounded preceding) as filled,
        row_number() over (order by ${order}) as nth
      from (${rows}) listed) sized
    where nth = 1 or filled <= ${MAX_BYTES} order by nth`;
}
