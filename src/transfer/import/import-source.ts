/** The source of the ids of an import. Authors, pages and comments are distinguished by it. */
export interface ImportSource {
  name: string;
  /**
   * The source for new authors: comments that were imported before sources had names may be from
   * several sites.
   */
  ofNewAuthors: string;
  /** Whether the operator has named it, so that ids alone identify the same rows. */
  isNamed: boolean;
}

/** A source with its own ids. */
export function sourceNamed(name: string): ImportSource {
  return { name, ofNewAuthors: name, isNamed: true };
}
