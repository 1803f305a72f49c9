import type { ApiDocument } from '../../support/openapi.js';

/**
 * What the ids of the document are ids of: the word before a parameter of a path. Everything that an answer
 * holds is put under one of them, by the name of its schema.
 */
export class Nouns {
  private readonly known: ReadonlySet<string>;

  constructor({ operations }: Pick<ApiDocument, 'operations'>) {
    const before = operations.flatMap(({ path }) =>
      [...path.matchAll(/\/([a-z-]+)\/\{/g)].map(([, word]) => singular(word)),
    );
    this.known = new Set(before);
  }

  /** Of the parameter of a path. */
  ofParameter(path: string, name: string): string {
    const word = new RegExp(`/([a-z-]+)/\\{${name}\\}`).exec(path)?.[1] ?? name;
    return singular(word);
  }

  /** Of a field such as `parentId`, or of `id` within a schema; null when nothing tells. */
  ofField(name: string, schemaName = ''): string | null {
    const word = name.replace(/Ids?$/, '').toLowerCase();
    const named = SYNONYMS[word] ?? singular(word);
    if (this.known.has(named)) return named;
    return name === 'id' ? this.ofSchema(schemaName) : null;
  }

  /** Of a schema such as `QueueItemView`: the last of its words that names a thing. */
  ofSchema(name: string): string | null {
    const words = (name.match(/[A-Z][a-z]+/g) ?? []).map((word) => singular(word.toLowerCase()));
    return words.findLast((word) => this.known.has(word)) ?? null;
  }
}

/** Words for things that have another word in the paths. */
const SYNONYMS: Readonly<Record<string, string>> = {
  author: 'user',
  credits: 'comment',
  job: 'bulk',
  parent: 'comment',
  focus: 'comment',
  into: 'post',
};

function singular(word: string): string {
  return word.replace(/s$/, '');
}
