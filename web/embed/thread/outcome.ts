import type { Comment } from '@colloquy/client';
import type { Localizer } from '../words/localizer.js';
import { reasonKey } from './reason-key.js';

/** What became of a comment that readers do not see: by whom, and why. */
export function fateOf({ status, removal }: Comment, { t }: Localizer): string {
  if (status === 'held') return t('held');
  if (removal?.by === 'author' || status === 'deleted') return t('deletedByAuthor');
  const reason = removal?.reason && reasonKey(removal.reason);
  return reason ? t('removedByModeration', { reason: t(reason) }) : t('removedPlain');
}
