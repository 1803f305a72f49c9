/** SQL for the rows of the large site, deterministic by the number of a row. */

export interface Loading {
  /** The time of the newest row. */
  end: Date;
  adminId: string;
  /** A member who has a twentieth of all comments, votes, reports and decisions. */
  memberId: string;
}

/** From 0 (inclusive) to 1 (exclusive), different for each salt. */
export function fraction(n: string, salt: number): string {
  return `((hashint8extended(${n}, ${salt}) & 2147483647)::float8 / 2147483648)`;
}

/** An integer from 1 to `most`; a greater power favours the first ones more. */
export function someOf(most: number, n: string, salt: number, power = 1): string {
  return `(1 + floor(${most} * power(${fraction(n, salt)}, ${power})))::bigint`;
}

/** A UUID v7 of that time, ordered by `n` within a millisecond. */
export function idSql(at: string, n: string): string {
  return `concat(lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0'), '70008',
    lpad(to_hex(${n}::bigint), 7, '0'), substr(md5((${n})::text), 1, 8))::uuid`;
}

/** @param share of the time back to the oldest row */
export function daysBefore(end: Date, days: number, share: string): string {
  return `(timestamptz '${end.toISOString()}' - ${days} * (${share}) * interval '1 day')`;
}
