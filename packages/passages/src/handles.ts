/** As much of an author as tells one from another. */
export interface Named {
  id: string;
  username: string | null;
  displayName: string;
}

/**
 * Tells authors apart who show the same name on a page: what is returned gives `@username` for each of
 * them, and null for all others and for authors without a user name.
 */
export function handlesOf(
  authors: Iterable<Named | null>,
): (author: Named | null) => string | null {
  const ids = new Map<string, string | null>();
  for (const author of authors) {
    if (!author) continue;
    const name = folded(author);
    const first = ids.get(name);
    // Null once there are two.
    ids.set(name, first === undefined || first === author.id ? author.id : null);
  }
  return (author) =>
    author?.username && ids.get(folded(author)) === null ? `@${author.username}` : null;
}

function folded({ displayName }: Named): string {
  return displayName.normalize('NFKC').toLowerCase();
}
