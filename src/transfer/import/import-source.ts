/** Whose ids an import holds: those of authors, pages and comments are told apart by it. */
export interface ImportSource {
  name: string;
  /** Of authors who are new: what was imported before sources had names may be of several sites. */
  ofNewAuthors: string;
  /** Whether an operator has named it, so that ids alone say what is the same. */
  isNamed: boolean;
}

/** A source whose ids are its own. */
export function sourceNamed(name: string): ImportSource {
  return { name, ofNewAuthors: name, isNamed: true };
}
