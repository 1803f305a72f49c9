/** The fields of an author that distinguish authors. */
export interface Named {
  id: string;
  username: string | null;
  displayName: string;
}

/**
 * Each Latin letter with the digits and the lowercase letters of Cyrillic, Greek and Armenian that
 * look like it, or whose capitals do. It is a short form of the service's table of confusables,
 * which is too large for a page.
 */
const DRAWN_ALIKE =
  'aаα bвьβ cс dԁ eеε hнһη jј kкκ li1|іӏιı mмμ nνոռ oоοσօ0 pрρ qԛգ rг sѕտ tтτ uս vѵ wωԝա xхχ yуүγυ zζ';
const LATIN = new Map(
  DRAWN_ALIKE.split(' ').flatMap(([latin, ...others]) => others.map((one) => [one, latin])),
);

/**
 * Distinguishes authors whose names look the same on a page. The returned function gives
 * `@username` for each of them, and null for all others and for authors without a user name.
 */
export function handlesOf(
  authors: Iterable<Named | null>,
): (author: Named | null) => string | null {
  const ids = new Map<string, string | null>();
  for (const author of authors) {
    if (!author) continue;
    const name = looksOf(author);
    const first = ids.get(name);
    // Null once two authors share the name.
    ids.set(name, first === undefined || first === author.id ? author.id : null);
  }
  return (author) =>
    author?.username && ids.get(looksOf(author)) === null ? `@${author.username}` : null;
}

/** Cached, because a thread is rendered often and its names stay the same. */
const looks = new Map<string, string>();
const MOST_NAMES = 10_000;

/** Equal for names that look the same, even if they differ in case. */
function looksOf({ displayName }: Named): string {
  const known = looks.get(displayName);
  if (known !== undefined) return known;
  const letters = [...displayName.normalize('NFKD').toLowerCase()];
  const name = letters.map((one) => LATIN.get(one) ?? one).join('');
  if (looks.size >= MOST_NAMES) looks.clear();
  looks.set(displayName, name);
  return name;
}
