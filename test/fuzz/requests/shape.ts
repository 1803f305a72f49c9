/** Something that an answer told of. */
export type Thing = Readonly<Record<string, unknown>>;

/** A request before it becomes bytes, so that it can still be twisted. */
export interface Shape {
  method: string;
  /** As in the document, with its parameters in braces. */
  template: string;
  path: Readonly<Record<string, string>>;
  query: readonly (readonly [name: string, value: string])[];
  headers: Readonly<Record<string, string>>;
  body: Readonly<Record<string, unknown>> | null;
  /** Whom the request is of. */
  role: Role;
  /** What the first parameter of the path names. */
  about: { kind: string; thing: Thing } | null;
}

export const ROLES = ['guest', 'member', 'author', 'moderator', 'admin', 'newcomer'] as const;
export type Role = (typeof ROLES)[number];
