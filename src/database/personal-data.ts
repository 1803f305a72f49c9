/**
 * What a column says about a person. Erasure, export and the retention rules go by it.
 * - `none`: nothing
 * - `pseudonym`: an id that leads to a person
 * - `identity`: a name or picture
 * - `contact`: an address
 * - `secret`: what proves who somebody is
 * - `content`: what somebody wrote
 * - `behaviour`: what somebody did, or what was decided about them
 */
export type PersonalData =
  'none' | 'pseudonym' | 'identity' | 'contact' | 'secret' | 'content' | 'behaviour';

/**
 * The statements that write the class of each column into the schema itself, as `personal: <class>`
 * at the head of the column's comment; columns that are not named are `none`.
 */
export function classify(
  table: string,
  columns: readonly string[],
  classes: Readonly<Record<string, PersonalData>>,
): string[] {
  return columns.map(
    (column) => `comment on column ${table}.${column} is 'personal: ${classes[column] ?? 'none'}'`,
  );
}
