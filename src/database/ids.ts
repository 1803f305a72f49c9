import { v7 } from 'uuid';

/** A new id: UUID v7, so that the order of ids is the order of time. */
export function newId(): string {
  return v7();
}

/** An id of an earlier time, for what is imported. `order` settles ids of the same millisecond. */
export function idAt(time: Date, order: number): string {
  return v7({ msecs: time.getTime(), seq: order });
}
