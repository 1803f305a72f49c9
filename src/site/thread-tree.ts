import type { CommentView, ThreadPageView } from '../comments/shape/comments.dto.js';

/** A comment with the replies that the page shows. */
export interface Branch {
  comment: CommentView;
  replies: Branch[];
}

/** Nests the flat items of a page; a parent always comes before its replies. */
export function treeOf({ items }: Pick<ThreadPageView, 'items'>): Branch[] {
  const top: Branch[] = [];
  const byId = new Map<string, Branch>();
  for (const comment of items) {
    const branch: Branch = { comment, replies: [] };
    byId.set(comment.id, branch);
    const parent = comment.parentId === null ? undefined : byId.get(comment.parentId);
    (parent?.replies ?? top).push(branch);
  }
  return top;
}
