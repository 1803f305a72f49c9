/** The rights of an account beyond writing. */
export type Role = 'member' | 'moderator' | 'admin';

/** The rights that an account has lost; an expired suspension counts as `active`. */
export type GivenStanding = 'active' | 'premoderated' | 'suspended' | 'banned';

/** `closing`: the holder has requested the erasure. */
export type Standing = GivenStanding | 'closing';

/** Lowest first. */
export const ROLES: readonly Role[] = ['member', 'moderator', 'admin'];

/** The position of a role in their order. */
export const rankOf = (role: Role): number => ROLES.indexOf(role);

/** A signed-in account, in its state at the start of the request. */
export interface Member {
  readonly id: string;
  readonly role: Role;
  readonly standing: Standing;
  readonly sessionId: string;
  /**
   * Whether the e-mail address is confirmed, or there is none, as for some accounts of other sites.
   */
  readonly confirmed?: boolean;
  /** Whether the session was opened by two factors. */
  readonly secondFactor?: boolean;
  /**
   * Whether the viewer is on the staff of a site that requires two factors, and the session has
   * only one. Until then they act as a member.
   */
  readonly lacksFactor?: boolean;
  /** A guest with a name: a session without an account. */
  readonly guest?: boolean;
  /** The version of the site's terms that they have accepted. */
  readonly termsVersion?: string | null;
  /** When the access token expires, in milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Reduces staff whose session lacks the required second factor to the role `member`. */
export function withoutFactor<Who extends Pick<Member, 'role'>>(member: Who): Who {
  return { ...member, role: 'member', lacksFactor: true };
}

/** The caller of a use case, as its first parameter. Null is a guest. */
export type Viewer = Member | null;

/** Moderators and administrators. */
export function isModerator(viewer: Viewer): boolean {
  return viewer?.role === 'moderator' || viewer?.role === 'admin';
}

/** Whether an account of this standing may change anything that others see. */
export function isAble({ standing }: Pick<Member, 'standing'>): boolean {
  return standing === 'active' || standing === 'premoderated';
}

/**
 * Whether no other administrator is left who could assign the role again.
 * @param admins the ids of the administrators who may act
 */
export function isLastAdmin(
  { id, role }: Pick<Member, 'id' | 'role'>,
  admins: readonly string[],
): boolean {
  return role === 'admin' && admins.every((admin) => admin === id);
}

/** Whether an account can read only public content and its own data. */
export function isShutOut({ standing }: Pick<Member, 'standing'>): boolean {
  return standing === 'banned' || standing === 'closing';
}

export function isAdmin(viewer: Viewer): boolean {
  return viewer?.role === 'admin';
}
