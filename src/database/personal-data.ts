/**
 * The class of a column: the kind of thing that it tells about a person. Erasure, export and the retention rules go by it.
 * - `none`: nothing
 * - `pseudonym`: an id that leads to a person
 * - `identity`: a name or picture
 * - `contact`: an address
 * - `secret`: a proof of identity
 * - `content`: a text that somebody wrote
 * - `behaviour`: an act of somebody, or a decision about them
 */
const CLASSES = /^(none|pseudonym|identity|contact|secret|content|behaviour)$/;

/** A column on a line of its own, with its class behind it. */
const COLUMN = /^ +(?:add column )?(?!constraint )(\w+) .*?(?:-- personal: (\w+))?$/gm;

/**
 * A statement that creates a table or adds columns to one, and those that write the class of each column into
 * the schema, as `personal: <class>` in the comment of the column. The class stands behind the column as the
 * SQL comment `-- personal: <class>`; a column without it is `none`. Other statements stay as they are.
 */
export function classified(statement: string): string[] {
  const [, table] = /^(?:create (?:unlogged )?table|alter table) (\w+)/.exec(statement) ?? [];
  if (!table) return [statement];
  const columns = [...statement.matchAll(COLUMN)].map(([, column, tells = 'none']) => {
    if (!CLASSES.test(tells)) throw new Error(`${table}.${column}: there is no class ${tells}.`);
    return `comment on column ${table}.${column} is 'personal: ${tells}'`;
  });
  return [statement, ...columns];
}
