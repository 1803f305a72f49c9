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

/** For so many seconds an owner may not have noticed yet what an intruder has added. */
export const RECENT_SECONDS = 7 * 24 * 3_600;

/** A way in that was added lately, and outlives the password. */
export interface RecentWay {
  id: string;
  kind: 'app' | 'passkey';
  /** Null for an app, which has none. */
  name: string | null;
  addedAt: string;
}
