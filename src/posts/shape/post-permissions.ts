import { judge } from '../../screening/screening-rules.js';
import { isAble, isModerator, type Member, type Viewer } from '../../users/viewer/viewer.js';
import type { PostTerms } from './posts.repository.js';
import type { ChangePostDto } from './posts.dto.js';

type Authored = { authorId: string | null };

/** The fields of a post that its author may change. */
const AUTHORS_FIELDS: ReadonlySet<string> = new Set(['title', 'summary', 'body']);

/** The permissions of a viewer on a post, for display in clients. Every write checks again. */
interface PostPermissions {
  comment: boolean;
  vote: boolean;
  moderate: boolean;
}

/** Ignores whether comments are held for review: a comment that would be held is allowed. */
export function permissionsOn(
  post: Pick<PostTerms, 'mode' | 'locked' | 'verified'>,
  viewer: Viewer,
): PostPermissions {
  if (!viewer) return { comment: false, vote: false, moderate: false };
  const author = { role: viewer.role, standing: viewer.standing, newcomer: false };
  const open = judge({ author, post, heldGuest: false }).outcome !== 'refuse';
  return {
    comment: open,
    vote: open && !viewer.guest,
    moderate: isModerator(viewer) && isAble(viewer),
  };
}

export function mayPublishUpdate(member: Member, { authorId }: Authored): boolean {
  return isModerator(member) || authorId === member.id;
}

export function mayChangePost(member: Member, post: Authored, change: ChangePostDto): boolean {
  if (isModerator(member)) return true;
  const fields = Object.entries(change).filter(([, value]) => value !== undefined);
  return post.authorId === member.id && fields.every(([field]) => AUTHORS_FIELDS.has(field));
}
