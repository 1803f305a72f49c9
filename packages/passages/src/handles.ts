/** As much of an author as tells one from another. */
export interface Named {
  id: string;
  username: string | null;
  displayName: string;
}

/**
 * Each Latin letter with the small letters of other alphabets, and the digits, that are drawn as it, or whose
 * capitals are: of Cyrillic, Greek and Armenian, which readers have on their keyboards. It is a short form of the
 * service's table of confusables, which is too large for a page.
 */
const DRAWN_ALIKE =
  'aаα bвьβ cс dԁ eеε hнһη jј kкκ li1|іӏιı mмμ nνոռ oоοσօ0 pрρ qԛգ rг sѕտ tтτ uս vѵ wωԝա xхχ yуүγυ zζ';
const LATIN = new Map(
  DRAWN_ALIKE.split(' ').flatMap(([latin, ...others]) => others.map((one) => [one, latin])),
);

/**
 * Tells authors apart whose names look the same on a page: what is returned gives `@username` for each of
 * them, and null for all others and for authors without a user name.
 */
export function handlesOf(
  authors: Iterable<Named | null>,
): (author: Named | null) => string | null {
  const ids = new Map<string, string | null>();
  for (const author of authors) {
    if (!author) continue;
    const name = looksOf(author);
    const first = ids.get(name);
    // Null once there are two.
    ids.set(name, first === undefined || first === author.id ? author.id : null);
  }
  return (author) =>
    author?.username && ids.get(looksOf(author)) === null ? `@${author.username}` : null;
}

/** A thread is drawn often, and its names stay the same. */
const looks = new Map<string, string>();
const MOST_NAMES = 10_000;

/** The same for two names that look the same, also where only their case differs. */
function looksOf({ displayName }: Named): string {
  const known = looks.get(displayName);
  if (known !== undefined) return known;
  const letters = [...displayName.normalize('NFKD').toLowerCase()];
  const name = letters.map((one) => LATIN.get(one) ?? one).join('');
  if (looks.size >= MOST_NAMES) looks.clear();
  looks.set(displayName, name);
  return name;
}
