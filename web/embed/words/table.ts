type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;

/** A text, or one for each plural form of whole numbers in the language. */
export type Entry = string | Plural;

/** The same keys in any language. */
export type TableOf<Table> = {
  readonly [K in keyof Table]: Table[K] extends string ? string : Plural;
};
