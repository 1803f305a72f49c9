export interface XmlAttribute {
  /** The name without its prefix. */
  local: string;
  /** The namespace; with `--lenient` the prefix itself if it is not declared. */
  uri: string;
  value: string;
}

export interface XmlElement {
  /** The name in the source, with its prefix. */
  name: string;
  local: string;
  uri: string;
  attributes: XmlAttribute[];
  /** The number of enclosing elements: 0 for the root. */
  depth: number;
  /** The line where its tag starts, from 1. */
  line: number;
}

/** The parser of a format. A long text arrives in pieces. It may throw an `ImportFileFault`. */
export interface XmlVisitor {
  /** The names that the root may have. */
  readonly roots: readonly string[];
  open(element: XmlElement): void;
  text(text: string): void;
  close(element: XmlElement): void;
}
