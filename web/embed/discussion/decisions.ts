import { type Comment, type components, unwrap } from '@colloquy/client';
import type { OwnComment } from '../data/comments.js';
import { service } from '../../parts/service.js';
import { withAnswer, withOwn } from './thread-changes.js';
import type { ThreadContext } from './thread-context.js';
import type { Key } from '../words/en.js';

type Decision = components['schemas']['DecideCommentDto'];
export type Action = Decision['action'];

const DONE: Readonly<Partial<Record<Action, Key>>> = {
  approve: 'approved',
  remove: 'removed',
  restore: 'restored',
};

/** Carries out a moderator's decision, shows the outcome in place, and offers an undo. */
export async function decide(
  context: ThreadContext,
  { id, version }: Pick<Comment, 'id' | 'version'>,
  action: Action,
  more: Partial<Pick<Decision, 'reason' | 'note'>> = {},
): Promise<void> {
  const answer = await service.api.POST('/api/v1/moderation/comments/{id}/decisions', {
    params: { path: { id } },
    body: { action, version, ...more },
  });
  const { comment, decision } = unwrap(answer);
  show(context, comment);
  context.panels.close(id);
  tell(context, DONE[action] ?? 'done', decision.id);
}

/** Locks or unlocks the discussion. */
export async function decideOnPost(
  context: ThreadContext,
  action: 'lock' | 'unlock',
): Promise<void> {
  const { discussion } = context;
  const answer = await service.api.POST('/api/v1/moderation/posts/{post}/decisions', {
    params: { path: { post: discussion.thread!.postId } },
    body: { action },
  });
  const { decision, post } = unwrap(answer);
  discussion.replacePost(post);
  await context.words.need('forms');
  tell(context, action === 'lock' ? 'locked' : 'unlocked', decision.id);
}

/** Not shown at the comment, which may no longer be rendered. */
function tell(context: ThreadContext, done: Key, decisionId: string): void {
  const { panels, words } = context;
  const undo = () => context.carryOut(() => takeBack(context, decisionId));
  panels.toast({ text: words.t(done), undo });
}

/** Within a minute nobody has been notified of the decision, so it can be undone silently. */
async function takeBack(context: ThreadContext, decisionId: string): Promise<void> {
  const params = { path: { id: decisionId } };
  const answer = await service.api.POST('/api/v1/moderation/decisions/{id}/undo', {
    params,
    body: {},
  });
  const { comment, post } = unwrap(answer);
  if (comment) show(context, comment);
  if (post) context.discussion.replacePost(post);
  context.panels.toast({ text: context.words.t('takenBack') });
}

/** Updates a comment, in the thread or among the held ones. */
function show(context: ThreadContext, comment: OwnComment): void {
  const wasHidden = context.awaiting.all.some(({ id }) => id === comment.id);
  const isReleased = comment.status === 'published' && wasHidden;
  context.awaiting.take(comment);
  if (isReleased) context.discussion.letIn(comment.id);
  context.discussion.replaceThread((thread) => {
    const next = withAnswer(thread, comment);
    return isReleased ? withOwn(next, comment) : next;
  });
}

export interface Mark {
  readonly flag: 'pinned' | 'featured' | 'locked';
  readonly set: readonly [Action, Key];
  readonly unset: readonly [Action, Key];
}

/** The marks that a moderator can set and remove. */
export const MARKS: readonly Mark[] = [
  { flag: 'pinned', set: ['pin', 'pin'], unset: ['unpin', 'unpin'] },
  { flag: 'featured', set: ['feature', 'feature'], unset: ['unfeature', 'unfeature'] },
  { flag: 'locked', set: ['lock', 'lockBranch'], unset: ['unlock', 'unlockBranch'] },
];
