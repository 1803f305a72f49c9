import { isModerator, type Viewer } from '../../users/viewer/viewer.js';

/**
 * The one place that decides which parts of a comment are visible. Lists show comments that are
 * `listed`. Everyone sees the text and the author of a published comment; only its author and
 * moderators see those of a held or removed one. A deleted comment has no text.
 *
 * Each predicate is SQL over the alias `c`; `Audience` names the values it takes.
 */
export interface Audience {
  /** Whether the viewer moderates. */
  moderates: boolean;
  /** The viewer's id; null for guests and for everything public. */
  viewerId: string | null;
}

/** The audience of all public data: pages, events, feeds and search. */
export const EVERYONE: Audience = { moderates: false, viewerId: null };

export function audienceOf(viewer: Viewer): Audience {
  return { moderates: isModerator(viewer), viewerId: viewer?.id ?? null };
}

/** The text and author, for everyone. */
export const PUBLICLY_READABLE = `c.status = 'published'`;

/** The text and author, for one viewer; `moderates` and `viewer` are names of parameters. */
export function readableBy(moderates: string, viewer: string): string {
  return `(c.status = 'published' or (c.status in ('held', 'removed') and (${moderates} or c.author_id = ${viewer})))`;
}

/** Condition: the post of a comment exists. A thread page checks the post itself. */
export function postIsThere(comment: string): string {
  return `not exists (
    select from posts gone where gone.id = ${comment}.post_id and gone.gone_at is not null)`;
}

/** Condition: the comment exists for a viewer. */
export function existsFor(moderates: string, viewer: string): string {
  return `((c.listed or ${moderates} or c.author_id = ${viewer}) and ${postIsThere('c')})`;
}
