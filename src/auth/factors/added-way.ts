/**
 * What lets somebody in beside the password. `site`: an account elsewhere that was linked. `codes`: recovery codes that
 * were made anew. `code`: one of them that was used.
 */
export type WayKind = 'app' | 'passkey' | 'site' | 'codes' | 'code';

/** A way into an account as its owner is told of it. */
export interface AddedWay {
  kind: WayKind;
  /** Null for recovery codes, which go together. */
  id: string | null;
}
