const ISO_OR_SQL =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i;

/** Clocks differ; a comment dated later than this would stand above all others for ever. */
const MAX_AHEAD_MS = 24 * 60 * 60 * 1000;

/**
 * The time of `2013-10-10T19:20:29Z`, with or without fraction and offset, or of SQL's
 * `2013-10-10 19:20:29`; UTC where no offset is given. Null for what is no date (WordPress writes
 * `0000-00-00 00:00:00`), before 1970 or after tomorrow.
 */
export function parseDate(text: string | undefined, now = Date.now()): Date | null {
  const match = ISO_OR_SQL.exec((text ?? '').trim());
  if (!match) return null;
  const [year, month, day, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const milliseconds = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const midnight = new Date(Date.UTC(year!, month! - 1, day));
  const exists = midnight.getUTCMonth() === month! - 1 && midnight.getUTCDate() === day;
  // 60 is a leap second.
  if (!exists || hour > 23 || minute > 59 || second > 60) return null;
  const clock = ((hour * 60 + minute - offsetMinutes(match[8])) * 60 + second) * 1000;
  return withinRange(new Date(midnight.getTime() + clock + milliseconds), now);
}

/** The time of a feed's `Tue, 04 Sep 2007 17:48:10 +0000`, or null. */
export function parseFeedDate(text: string | undefined, now = Date.now()): Date | null {
  const time = /^(?:\w{3},\s*)?\d{1,2} \w{3} \d{4} /.test(text ?? '') ? Date.parse(text!) : NaN;
  return Number.isNaN(time) ? null : withinRange(new Date(time), now);
}

function withinRange(date: Date, now: number): Date | null {
  const time = date.getTime();
  return time > 0 && time <= now + MAX_AHEAD_MS ? date : null;
}

function offsetMinutes(zone: string | undefined): number {
  const match = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? '');
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}
