/**
 * The class of a column: the kind of personal data in it. Erasure, export and retention depend on
 * it.
 * - `none`: no personal data
 * - `pseudonym`: an id of a person
 * - `identity`: a name or picture
 * - `contact`: an address
 * - `secret`: a proof of identity
 * - `content`: a text of a person
 * - `behaviour`: an action of a person, or a decision about them
 */
const CLASSES = /^(none|pseudonym|identity|contact|secret|content|behaviour)$/;

/** A column definition on its own line, followed by its class. */
const COLUMN = /^ +(?:add column )?(?!constraint )(\w+) .*?(?:-- personal: (\w+))?$/gm;

/**
 * A statement that creates a table or adds columns, followed by those that store the class of each
 * column in the schema, as `personal: <class>` in the comment of the column. The source has the
 * class after the column, as the SQL comment `-- personal: <class>`; a column without one is
 * `none`. Other statements are unchanged.
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
