/** As much of an author as tells one from another. */
export interface Named {
  id: string;
  username: string | null;
  displayName: string;
}

/**
 * Each Latin letter with those of other alphabets and the digits that are drawn as it: of Cyrillic, Greek and
 * Armenian, which readers have on their keyboards. The letter l stands for i, too, whose capital is drawn as it.
 */
const DRAWN_ALIKE =
  'aАаΑαɑ bВвЬΒ cСсϹϲ dԁ eЕеҽΕε gԌցɡ hНнһΗհ jЈјͿϳ kКкΚκ lIi1|ІіӀӏΙιı mМмΜ nΝոռ oОоΟοσՕօ0 pРрΡρ qԛգ ' +
  'rг sЅѕՏ tТтΤτ uυսՍ vνѵѴ wωԜԝѡա xХхΧχ yУуҮүΥγ zΖ';
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
  const letters = [...displayName.normalize('NFKD')].map((one) => LATIN.get(one) ?? one);
  const name = letters.join('').toLowerCase().replaceAll('rn', 'm');
  if (looks.size >= MOST_NAMES) looks.clear();
  looks.set(displayName, name);
  return name;
}
