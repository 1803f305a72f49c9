/**
 * The patterns of personal data and secrets in messages of errors, and their replacements in the
 * log.
 */
const PRIVATE: readonly (readonly [RegExp, string])[] = [
  [/:\/\/[^\s/@]+@/g, '://[credentials]@'],
  [/\b(Bearer|Basic) +[\w.~+/=-]+/gi, '$1 [token]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/[^\s@/<>"'(),;:]+@[^\s@/<>"'(),;:]+\.\p{L}{2,}/gu, '[e-mail]'],
  // Postgres and JSON.parse quote the value that they refuse.
  [/(?<=\bsyntax for type [\w ]+: )"[^"]*"/g, '[value]'],
  [/(?<=\bUnexpected token )\S+, "[^"]*"\.*/g, '[value]'],
  [/(?<=\bKey \([^)]*\)=)\([^)]*\)/g, '[value]'],
];
const QUOTED = /"([^"\n]*)"/g;
/**
 * The name of a table, a constraint or a round is one plain word. Anything else in quotation marks
 * is a value.
 */
const NAME = /^[\w.-]+$/;

/** A text for the log, without parts of requests in errors: personal data, tokens, values. */
export function redacted(text: string): string {
  return PRIVATE.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text).replace(
    QUOTED,
    (quoted, inside: string) => (NAME.test(inside) ? quoted : '[value]'),
  );
}
