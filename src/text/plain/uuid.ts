const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text is written as a UUID; ids from outside must not reach the database otherwise. */
export function isUuid(value: string): boolean {
  return UUID.test(value);
}
