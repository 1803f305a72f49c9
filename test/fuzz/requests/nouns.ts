import type { ApiDocument } from '../../support/openapi.js';

/**
 * The kinds of ids in the API document: the word before a path parameter. Everything in an answer
 * is filed under one of them, by the name of its schema.
 */
export class Nouns {
  private readonly known: ReadonlySet<string>;

  constructor({ operations }: Pick<ApiDocument, 'operations'>) {
    const before = operations.flatMap(({ path }) =>
      [...path.matchAll(/\/([a-z-]+)\/\{/g)].map(([, word]) => singular(word)),
    );
    this.known = new Set(before);
  }

  /** The kind of a path parameter. */
  ofParameter(path: string, name: string): string {
    const word = new RegExp(`/([a-z-]+)/\\{${name}\\}`).exec(path)?.[1] ?? name;
    return SYNONYMS[word] ?? singular(word);
  }

  /** The kind of a field such as `parentId`, or of `id` within a schema; null if unknown. */
  ofField(name: string, schemaName = ''): string | null {
    const word = name.replace(/Ids?$/, '').toLowerCase();
    const named = SYNONYMS[word] ?? singular(word);
    if (this.known.has(named)) return named;
    return name === 'id' ? this.ofSchema(schemaName) : null;
  }

  /** The kind of a schema such as `QueueItemView`: the last word of its name that is a kind. */
  ofSchema(name: string): string | null {
    const words = (name.match(/[A-Z][a-z]+/g) ?? []).map((word) => singular(word.toLowerCase()));
    return words.findLast((word) => this.known.has(word)) ?? null;
  }
}

/** Words that paths replace by another word. */
const SYNONYMS: Readonly<Record<string, string>> = {
  author: 'user',
  credits: 'comment',
  job: 'bulk',
  parent: 'comment',
  focus: 'comment',
  ignored: 'user',
  into: 'post',
};

function singular(word: string): string {
  return word.replace(/s$/, '');
}
