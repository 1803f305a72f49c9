/** A text of a post, as it was from some moment on. */
export interface TextRevision {
  html: string | null;
  createdAt: Date;
}

/** What was added below the text later. */
export interface AddedText {
  html: string;
  at: string;
}

export interface ArticleText {
  html: string;
  added: AddedText[];
}

/**
 * A post's text, apart from what was added to its end later: readers see which words are new, and
 * since when. A revision that changed anything above is the text itself.
 * @param revisions the newest first
 */
export function articleTextOf(revisions: readonly TextRevision[]): ArticleText | null {
  let current = revisions[0];
  if (!current?.html) return null;
  const added: AddedText[] = [];
  for (const before of revisions.slice(1)) {
    // The end of a text closes all of its elements, so what follows it stands by itself.
    if (!before.html || !current.html!.startsWith(before.html)) break;
    const html = current.html!.slice(before.html.length).trim();
    if (html !== '') added.unshift({ html, at: current.createdAt.toISOString() });
    current = before;
  }
  return { html: current.html!, added };
}
