/** What a message of an error can hold of people and secrets, and what the log says in its place. */
const PRIVATE: readonly (readonly [RegExp, string])[] = [
  [/:\/\/[^\s/@]+@/g, '://[credentials]@'],
  [/\b(Bearer|Basic) +[\w.~+/=-]+/gi, '$1 [token]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/[^\s@/<>"'(),;:]+@[^\s@/<>"'(),;:]+\.\p{L}{2,}/gu, '[e-mail]'],
  // Postgres and JSON.parse quote the value that they refuse.
  [/(?<=\bsyntax for type [\w ]+: )"[^"]*"/g, '[value]'],
  [/(?<=\bUnexpected token )\S+, "[^"]*"\.*/g, '[value]'],
  [/(?<=\bKey \([^)]*\)=)\([^)]*\)/g, '[value]'],
  // A name of a table or constraint is one plain word; whatever else stands in quotes is a value.
  [/"[^"\n]*[^\w."\n-][^"\n]*"/g, '[value]'],
];

/** A text for the log, without what an error quotes of requests: addresses of people, tokens, values. */
export function redacted(text: string): string {
  return PRIVATE.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);
}
