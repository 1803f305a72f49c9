import { loadModule, type Sort, type Thread, threadOf } from '@colloquy/client';
import type { Addition } from '../data/further-pages.js';
import { readPage } from '../data/thread-pages.js';
import { findPage, type KnownPost, type Subject } from '../data/thread-post.js';
import type { Asked } from './comment-address.js';

/** Comments that are shown without the rest of the thread. */
export interface Selection {
  load(postId: string): Promise<Thread>;
}

/** The requested part of a discussion. */
interface Wanted {
  readonly subject: Subject;
  readonly sort: Sort;
  readonly asked: Asked | null;
  readonly selection: Selection | null;
  readonly thread: Thread | null;
}

/** The result of a read; fields that it omits stay unchanged. */
export interface Reading {
  readonly thread: Thread | null;
  readonly focus: string | null;
  readonly missing: boolean;
  readonly omitted?: number;
  readonly post?: KnownPost | null;
  readonly mayBegin?: boolean;
}

type Following = typeof import('./following.js');
/** Reads more of a thread. */
export type Ask = (by: Following, thread: Thread) => Promise<Addition>;

/** Loads the code that follows a thread and reads further pages; the first comments do not wait. */
export function loadFollowing(): Promise<Following> {
  return loadModule(() => import('./following.js'));
}

/**
 * Reads what is wanted at the time of the call; by the end, that may have changed.
 * @param askPost is called with the post whose details are missing; the comments do not wait for it
 */
export async function readShown(
  { subject, sort, asked, selection, thread }: Wanted,
  askPost: (post: string) => void,
): Promise<Reading> {
  const branch =
    asked && (await (await loadModule(() => import('./branch.js'))).findBranch(asked, subject));
  const whole = { focus: null, missing: asked !== null && !branch };
  if (selection && thread) return { ...whole, thread: await selection.load(thread.postId) };
  if (branch) {
    askPost(branch.thread.postId);
    return { ...whole, ...branch };
  }
  if ('post' in subject) {
    askPost(subject.post);
    return { ...whole, thread: threadOf(await readPage(subject.post, sort), sort) };
  }
  const found = await findPage(subject);
  const { post } = found;
  return { ...whole, ...found, thread: post && threadOf(await readPage(post.id, sort), sort) };
}
