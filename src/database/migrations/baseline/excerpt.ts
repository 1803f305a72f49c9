/** Of rendered text, from which an excerpt is taken. */
const PREFIX = 1_500;
/** Characters of an excerpt. */
const LENGTH = 300;

/** The beginning of the rendered text, without a tag or entity that was cut. */
const cut = `regexp_replace(left(html, ${PREFIX}), '(<[^<>]*|&[^;&]{0,7})$', '')`;
const beginning = `case when length(html) <= ${PREFIX} then html else ${cut} end`;
const words = `regexp_replace(${beginning}, '<[^>]*>', '', 'g')`;

/** What is replaced by what, in turn: an expression that folds white space takes twice as long. */
const REPLACED: readonly [string, string][] = [
  ['    ', ' '],
  ['  ', ' '],
  ['  ', ' '],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  // Last, lest `&amp;lt;` becomes an angle bracket.
  ['&amp;', '&'],
];
const plain = REPLACED.reduce(
  (text, [former, now]) => `replace(${text}, '${former}', '${now}')`,
  `translate(${words}, E'\\n\\t', '  ')`,
);

/**
 * What a comment says, as plain text on one line. The database itself makes it whenever the rendered text is
 * written, in whatever way: lists and search engines need no rendering.
 */
export const EXCERPT = `left(btrim(${plain}), ${LENGTH})`;
