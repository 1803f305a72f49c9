/** An object from an answer. */
export type Thing = Readonly<Record<string, unknown>>;

/** A request before serialisation, so that twists can still change it. */
export interface Shape {
  method: string;
  /** The path of the API document, with its parameters in braces. */
  template: string;
  path: Readonly<Record<string, string>>;
  query: readonly (readonly [name: string, value: string])[];
  headers: Readonly<Record<string, string>>;
  body: Readonly<Record<string, unknown>> | null;
  /** The role of the sender. */
  role: Role;
  /** The object that the first path parameter names. */
  about: { kind: string; thing: Thing } | null;
}

export const ROLES = ['guest', 'member', 'author', 'moderator', 'admin', 'newcomer'] as const;
export type Role = (typeof ROLES)[number];
