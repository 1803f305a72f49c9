/** `2013-10-10T19:20:29Z`, SQL's `2013-10-10 19:20:29`, and both with single figures. */
const YEAR_FIRST =
  /^(?<year>\d{4})(?<mark>[-/])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?:(?:T|\s+)(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?)?\s*(?<zone>[a-z]+|[+-]\d\d(?::?\d\d)?)?$/i;

/** `Tue, 04 Sep 2007 17:48:10 +0000`, as in feeds and mails. */
const RFC_822 =
  /^(?:[a-z]{3,9},?\s+)?(?<day>\d{1,2})\s+(?<month>[a-z]{3,9})\s+(?<year>\d{4}|\d\d)\s+(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d))?\s*(?<zone>[a-z]+|[+-]\d{4})?(?:\s*\([^()]*\))?$/i;

/** Seconds since 1970. Fewer digits may be a date, such as `20140502`. */
const EPOCH = /^(?<seconds>\d{9,10})(?:\.(?<fraction>\d{1,9}))?$/;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The zones of RFC 822, in hours. */
// oxfmt-ignore
const ZONES: ReadonlyMap<string, number> = new Map([
  ['z', 0], ['ut', 0], ['utc', 0], ['gmt', 0], ['est', -5], ['edt', -4], ['cst', -6], ['cdt', -5],
  ['mst', -7], ['mdt', -6], ['pst', -8], ['pdt', -7],
]);

/**
 * Clocks differ. A comment with a later date than this would be listed above all others forever.
 */
const MAX_AHEAD_MS = 24 * 60 * 60 * 1000;

/**
 * Parses a date of an export if it is unambiguous; UTC without an offset. Null for an invalid date
 * (WordPress writes `0000-00-00 00:00:00`), and for one before 1970 or after tomorrow.
 */
export function parseDate(text: string | undefined, now = Date.now()): Date | null {
  const written = (text ?? '').trim();
  const epoch = EPOCH.exec(written)?.groups;
  const fields = epoch ? undefined : (YEAR_FIRST.exec(written) ?? RFC_822.exec(written))?.groups;
  const time = epoch ? Number(epoch.seconds) * 1000 : timeOf(fields);
  if (time === null) return null;
  const { fraction = '' } = epoch ?? fields!;
  return withinRange(new Date(time + Number(fraction.padEnd(3, '0').slice(0, 3))), now);
}

function timeOf(fields: Partial<Record<string, string>> | undefined): number | null {
  if (!fields) return null;
  const { zone = 'z', ...written } = fields;
  const [year, day, hour, minute, second] = ['year', 'day', 'hour', 'minute', 'second'].map(
    (name) => Number(written[name] ?? 0),
  );
  const month = monthOf(written.month!);
  const midnight = new Date(Date.UTC(year < 50 ? 2000 + year : year, month - 1, day));
  const exists = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  const offset = offsetMinutes(zone);
  // 60 is a leap second.
  if (!exists || Number.isNaN(offset) || hour > 23 || minute > 59 || second > 60) return null;
  return midnight.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000;
}

/** NaN for an unknown month. */
function monthOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  return MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1 || NaN;
}

function withinRange(date: Date, now: number): Date | null {
  const time = date.getTime();
  return time > 0 && time <= now + MAX_AHEAD_MS ? date : null;
}

/** NaN for an unknown zone. */
function offsetMinutes(zone: string): number {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (!match) return (ZONES.get(zone.toLowerCase()) ?? NaN) * 60;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}
