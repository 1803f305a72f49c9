/**
 * A sign-in method other than the password. `site`: a linked account of another site. `codes`: new
 * recovery codes. `code`: a recovery code that was used.
 */
export type WayKind = 'app' | 'passkey' | 'site' | 'codes' | 'code';

/** A sign-in method in the form of the mail to the owner. */
export interface AddedWay {
  kind: WayKind;
  /** Null for recovery codes, which are one set. */
  id: string | null;
}

/** How long an owner may not notice what an intruder has added, in seconds. */
export const RECENT_SECONDS = 7 * 24 * 3_600;

/** A recently added sign-in factor that a new password does not invalidate. */
export interface RecentWay {
  id: string;
  kind: 'app' | 'passkey';
  /** Null for an app, which has none. */
  name: string | null;
  addedAt: string;
}
