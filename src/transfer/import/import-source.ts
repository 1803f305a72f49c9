/** The source of the ids of an import. Authors, pages and comments are distinguished by it. */
export interface ImportSource {
  name: string;
  /**
   * The source for new authors: comments that were imported before sources had names may be from
   * several sites.
   */
  ofNewAuthors: string;
  /** Whether an operator has named it, so that ids alone say what is the same. */
  isNamed: boolean;
}

/** A source whose ids are its own. */
export function sourceNamed(name: string): ImportSource {
  return { name, ofNewAuthors: name, isNamed: true };
}
