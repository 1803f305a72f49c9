/** Milliseconds by the monotonic clock, which all processes of a machine share. */
export function monotonic(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
