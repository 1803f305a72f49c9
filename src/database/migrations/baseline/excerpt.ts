/** The characters of rendered text from which an excerpt is taken. */
const PREFIX = 1_500;
/** Characters of an excerpt. */
const LENGTH = 300;

/** The start of the rendered text, without a truncated tag or entity. */
const cut = `regexp_replace(left(html, ${PREFIX}), '(<[^<>]*|&[^;&]{0,7})$', '')`;
const beginning = `case when length(html) <= ${PREFIX} then html else ${cut} end`;
const words = `regexp_replace(${beginning}, '<[^>]*>', '', 'g')`;

/** Replacements in sequence. An expression that collapses white space takes twice as long. */
const REPLACED: readonly [string, string][] = [
  ['    ', ' '],
  ['  ', ' '],
  ['  ', ' '],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  // Last, because otherwise `&amp;lt;` would become an angle bracket.
  ['&amp;', '&'],
];
const plain = REPLACED.reduce(
  (text, [former, now]) => `replace(${text}, '${former}', '${now}')`,
  `translate(${words}, E'\\n\\t', '  ')`,
);

/**
 * The plain text of a comment on one line. The database generates it from the rendered text on
 * every write, so that lists and search engines need no rendering.
 */
export const EXCERPT = `left(btrim(${plain}), ${LENGTH})`;
