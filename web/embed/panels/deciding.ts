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

interface Mark {
  readonly action: string;
  readonly label: Key;
  readonly back: string;
}

/** What a moderator marks a comment with, where the service knows it. */
export const MARKS: readonly { flag: string; topOnly: boolean; set: Mark; unset: Mark }[] = [
  {
    flag: 'pinned',
    topOnly: true,
    set: { action: 'pin', label: 'pin', back: 'unpin' },
    unset: { action: 'unpin', label: 'unpin', back: 'pin' },
  },
  {
    flag: 'locked',
    topOnly: false,
    set: { action: 'lock', label: 'lockBranch', back: 'unlock' },
    unset: { action: 'unlock', label: 'unlockBranch', back: 'lock' },
  },
];

/** Marks a comment or takes the mark away; the way back is the opposite. */
export async function decideMark(
  context: ThreadContext,
  { id, version }: Pick<Comment, 'id' | 'version'>,
  { action, back }: Pick<Mark, 'action' | 'back'>,
): Promise<void> {
  const answer = await service.api.POST('/api/v1/moderation/comments/{id}/decisions', {
    params: { path: { id } },
    body: { action: action as Action, version },
  });
  const { comment } = unwrap(answer);
  context.replace((thread) => withAnswer(thread, comment));
  context.panels.close(id);
  const undo = () => void decideMark(context, comment, { action: back, back: action });
  context.panels.toast({ text: context.words.t('done'), undo });
}
