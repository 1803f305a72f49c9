/** The facts about a draft, its author and its post; the caller gathers them. */
export interface Facts {
  author: {
    role: 'member' | 'moderator' | 'admin';
    standing: 'active' | 'premoderated' | 'suspended' | 'banned' | 'closing';
    /** Whether the author has fewer published comments than the site reviews first. */
    newcomer: boolean;
  };
  /** Whether the author is a guest, and the site reviews comments of guests before they appear. */
  heldGuest: boolean;
  post: {
    mode: 'open' | 'premoderated' | 'closed';
    locked: boolean;
    /** Whether the service has read its page, and the page confirms its own address. */
    verified: boolean;
  };
}

/** The facts that may change while a draft waits: they are compared when it is written. */
export type Terms = Pick<Facts, 'author' | 'post'>;

/** Why a draft is held, in words for its author and for the moderator. */
export interface Explanation {
  /** The rule's name; stays the same in every language. */
  rule: string;
  detail: string;
}

export type Refusal = 'suspended' | 'banned' | 'closing' | 'locked' | 'closed';

/** A verdict names every rule that led to it. */
export type Verdict =
  | { outcome: 'publish' }
  | { outcome: 'hold'; explanations: Explanation[] }
  | { outcome: 'refuse'; refusal: Refusal };

/** Drafts that may not be written: the first of these rules that applies ends the judgement. */
const REFUSALS: readonly (readonly [Refusal, (facts: Facts) => boolean])[] = [
  ['closing', ({ author }) => author.standing === 'closing'],
  ['banned', ({ author }) => author.standing === 'banned'],
  ['suspended', ({ author }) => author.standing === 'suspended'],
  ['closed', ({ post }) => post.mode === 'closed'],
  ['locked', ({ post }) => post.locked],
];

/** Drafts of non-staff that wait for a moderator: every rule that applies is named. */
const HOLDS: readonly (Explanation & { applies: (facts: Facts) => boolean })[] = [
  {
    rule: 'post-premoderated',
    detail: 'Comments on this post appear after a moderator has read them.',
    applies: ({ post }) => post.mode === 'premoderated',
  },
  {
    rule: 'page-unverified',
    detail:
      'This page could not be verified yet; until then comments appear after a moderator has read them.',
    applies: ({ post }) => !post.verified,
  },
  {
    rule: 'author-premoderated',
    detail: 'Comments of this account appear after a moderator has read them.',
    applies: ({ author }) => author.standing === 'premoderated',
  },
  {
    rule: 'guest',
    detail: 'Comments of guests appear after a moderator has read them.',
    applies: ({ heldGuest }) => heldGuest,
  },
  {
    rule: 'first-comments',
    detail: 'The first comments of an account appear after a moderator has read them.',
    applies: ({ author }) => author.newcomer,
  },
];

/** Judges a draft by all rules in their order. */
export function judge(facts: Facts): Verdict {
  const refusal = REFUSALS.find(([, applies]) => applies(facts))?.[0];
  if (refusal) return { outcome: 'refuse', refusal };
  const holds = facts.author.role === 'member' ? HOLDS.filter(({ applies }) => applies(facts)) : [];
  if (holds.length === 0) return { outcome: 'publish' };
  return { outcome: 'hold', explanations: holds.map(({ rule, detail }) => ({ rule, detail })) };
}

/**
 * Why a draft is still held after its author has corrected it: the rules that hold its new text,
 * and former reasons from outside these rules. Only a moderator releases it, so one always stays.
 */
export function stillHeld(former: readonly Explanation[], verdict: Verdict): Explanation[] {
  const elsewhere = former.filter((one) => HOLDS.every(({ rule }) => rule !== one.rule));
  const anew = verdict.outcome === 'hold' ? verdict.explanations : [];
  const reasons = [...anew, ...elsewhere];
  return reasons.length > 0 ? reasons : [...former];
}
