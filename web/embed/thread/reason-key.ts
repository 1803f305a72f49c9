import type { Key } from '../words/en.js';

const REASONS: Readonly<Record<string, Key>> = {
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

export function reasonKey(code: string): Key | null {
  return REASONS[code] ?? null;
}
