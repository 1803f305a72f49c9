import { type Comment, type components, unwrap } from '@colloquy/client';
import { service } from '../data/service.js';
import { withAnswer } from '../thread/acts.js';
import type { ThreadContext } from '../thread/context.js';
import type { Key } from '../words/en.js';
import { problemText } from './problem-words.js';

type Decision = components['schemas']['DecideCommentDto'];
export type Action = Decision['action'];

interface Course {
  readonly done: Key;
  /** What takes it back; a release cannot be taken back but by a removal with a reason. */
  readonly undo?: Action;
}

const COURSES: Readonly<Record<Action, Course>> = {
  approve: { done: 'approved' },
  remove: { done: 'removed', undo: 'restore' },
  restore: { done: 'restored' },
  pin: { done: 'done', undo: 'unpin' },
  unpin: { done: 'done', undo: 'pin' },
  lock: { done: 'done', undo: 'unlock' },
  unlock: { done: 'done', undo: 'lock' },
  feature: { done: 'done', undo: 'unfeature' },
  unfeature: { done: 'done', undo: 'feature' },
};

/** Carries out a moderator's decision, shows its outcome in place, and offers the way back. */
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
  const { comment } = unwrap(answer);
  context.replace((thread) => withAnswer(thread, comment));
  const { done, undo } = COURSES[action];
  const { t } = context.words;
  const takeBack = () => {
    decide(context, comment, undo!).catch((error: unknown) =>
      context.panels.toast({ text: problemText(error, context.words), alert: true }),
    );
  };
  context.panels.close(id);
  // Not at the comment: that may be gone, with nothing left of it.
  context.panels.toast({ text: t(done), ...(undo ? { undo: takeBack } : {}) });
}

/** Locks the whole discussion, or opens it again. */
export async function decideOnPost(
  context: ThreadContext,
  action: 'lock' | 'unlock',
): Promise<void> {
  const { discussion } = context;
  const answer = await service.api.POST('/api/v1/moderation/posts/{post}/decisions', {
    params: { path: { post: discussion.thread!.postId } },
    body: { action },
  });
  discussion.post = { ...discussion.post, ...unwrap(answer).post };
  context.say(action === 'lock' ? 'locked' : 'unlocked');
  context.replace((thread) => thread);
}

export interface Mark {
  readonly flag: 'pinned' | 'featured' | 'locked';
  readonly set: readonly [Action, Key];
  readonly unset: readonly [Action, Key];
}

/** What a moderator marks a comment with; each can be taken away again. */
export const MARKS: readonly Mark[] = [
  { flag: 'pinned', set: ['pin', 'pin'], unset: ['unpin', 'unpin'] },
  { flag: 'featured', set: ['feature', 'feature'], unset: ['unfeature', 'unfeature'] },
  { flag: 'locked', set: ['lock', 'lockBranch'], unset: ['unlock', 'unlockBranch'] },
];
