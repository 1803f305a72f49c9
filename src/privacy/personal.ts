import { type PersonalPart, toldBy } from '../events/personal-part.js';

export const PERSONAL: PersonalPart = {
  erasures: {
    why: 'an account whose holder has asked for its erasure',
    kept: 'account',
    seenBy: 'holder',
    // The row is deleted when the erasure finishes.
    erasing: [],
    stays: Object.fromEntries(
      'user_id comments asked_at due_at began_at'
        .split(' ')
        .map((column) => [column, 'goes when the erasure has come to its end: `Eraser`']),
    ),
    told: toldBy('user_id', 'user_id', 'comments asked_at due_at'),
  },
};
