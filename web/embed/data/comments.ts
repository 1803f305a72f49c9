import type { components } from '@colloquy/client';
import { found, service } from '../../parts/service.js';

/** A comment with the name of its post and, for its author and moderators, why it is held. */
export type OwnComment = components['schemas']['SingleCommentView'];

/** A comment as this reader may see it; null if there is none. */
export function findComment(id: string): Promise<OwnComment | null> {
  return found(service.api.GET('/api/v1/comments/{id}', { params: { path: { id } } }));
}
