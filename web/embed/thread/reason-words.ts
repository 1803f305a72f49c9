import type { Comment, components } from '@colloquy/client';
import type { Key } from '../words/en.js';
import type { Localizer } from '../words/localizer.js';

export type Reason = components['schemas']['FlagCommentDto']['reason'];

/** The single list of reasons, for reports and removals, in the order of the form. */
export const REASONS: Readonly<Record<Reason, Key>> = {
  abusive: 'reasonAbusive',
  offensive: 'reasonOffensive',
  harassment: 'reasonHarassment',
  hate: 'reasonHate',
  spam: 'reasonSpam',
  advertising: 'reasonAdvertising',
  off_topic: 'reasonOffTopic',
  misinformation: 'reasonMisinformation',
  personal_data: 'reasonPersonalData',
  illegal: 'reasonIllegal',
  other: 'reasonOther',
};

/** Says who hid a comment from readers, and why. */
export function outcomeOf({ status, removal }: Comment, { t }: Localizer): string {
  if (status === 'held') return t('held');
  if (removal?.by === 'author' || status === 'deleted') return t('deletedByAuthor');
  const reason = REASONS[removal?.reason as Reason] as Key | undefined;
  return reason ? t('removedByModeration', { reason: t(reason) }) : t('removedPlain');
}
