/** An instant in the one format of the API. */
export function instantSql(column: string): string {
  return `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/**
 * The strings of a JSON text, such as ids, as rows `said (word)`, so that one join can search any
 * number of ids. A string with a quotation mark in it is split.
 */
export function wordsOf(json: string): string {
  return `unnest(string_to_array(${json}, '"')) as said (word)`;
}

/** A part of a JSON text: a constant, or SQL whose value is inserted. */
export type Piece = { text: string } | { sql: string };

/**
 * SQL that concatenates the pieces. It uses one `concat`, because each nested one copies its text
 * again.
 */
export function concatSql(pieces: readonly Piece[]): string {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last && 'text' in last && 'text' in piece) last.text += piece.text;
    else merged.push({ ...piece });
  }
  return `concat(${merged.map((piece) => ('text' in piece ? `'${piece.text}'` : piece.sql)).join(', ')})`;
}
