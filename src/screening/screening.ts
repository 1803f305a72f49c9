/** What is known of a draft, its author and the place it is for; gathered by the caller. */
export interface Facts {
  author: {
    role: 'member' | 'moderator' | 'admin';
    standing: 'active' | 'premoderated' | 'suspended' | 'banned';
    /** Has fewer published comments than the site wants to read first. */
    newcomer: boolean;
  };
  post: { mode: 'open' | 'premoderated' | 'closed'; locked: boolean };
}

/** Why a draft is held, in words for its author and for the moderator. */
export interface Explanation {
  /** The rule's name; stays the same in every language. */
  rule: string;
  detail: string;
}

export type Refusal = 'suspended' | 'banned' | 'locked' | 'closed';

/** A verdict names every rule that led to it. */
export type Verdict =
  | { outcome: 'publish' }
  | { outcome: 'hold'; explanations: Explanation[] }
  | { outcome: 'refuse'; refusal: Refusal };

/** One question about the facts; most have nothing to say. */
type Phase = (facts: Facts) => { refuse: Refusal } | { hold: Explanation } | null;

const PHASES: readonly Phase[] = [
  // Who may write at all, and where: the first refusal ends the judgement.
  ({ author }) => (author.standing === 'banned' ? { refuse: 'banned' } : null),
  ({ author }) => (author.standing === 'suspended' ? { refuse: 'suspended' } : null),
  ({ post }) => (post.mode === 'closed' ? { refuse: 'closed' } : null),
  ({ post }) => (post.locked ? { refuse: 'locked' } : null),

  // What waits for a moderator: every rule that says so is named.
  ({ author, post }) =>
    post.mode === 'premoderated' && author.role === 'member'
      ? {
          hold: {
            rule: 'post-premoderated',
            detail: 'Comments on this post appear after a moderator has read them.',
          },
        }
      : null,
  ({ author }) =>
    author.standing === 'premoderated' && author.role === 'member'
      ? {
          hold: {
            rule: 'author-premoderated',
            detail: 'Comments of this account appear after a moderator has read them.',
          },
        }
      : null,
  ({ author }) =>
    author.newcomer && author.role === 'member'
      ? {
          hold: {
            rule: 'first-comments',
            detail: 'The first comments of an account appear after a moderator has read them.',
          },
        }
      : null,
];

/** The rules that a later judgement speaks about anew. */
const RULES: ReadonlySet<string> = new Set([
  'post-premoderated',
  'author-premoderated',
  'first-comments',
]);

/**
 * Why a held draft is still held after its author has corrected it: by what its new text is held for,
 * and by whatever else held it. Only a moderator releases it, so some reason always stays.
 */
export function stillHeld(former: readonly Explanation[], verdict: Verdict): Explanation[] {
  const elsewhere = former.filter(({ rule }) => !RULES.has(rule));
  const anew = verdict.outcome === 'hold' ? verdict.explanations : [];
  const reasons = [...anew, ...elsewhere];
  return reasons.length > 0 ? reasons : [...former];
}

/** Judges a draft by all phases in their order. */
export function judge(facts: Facts): Verdict {
  const explanations: Explanation[] = [];
  for (const phase of PHASES) {
    const found = phase(facts);
    if (!found) continue;
    if ('refuse' in found) return { outcome: 'refuse', refusal: found.refuse };
    explanations.push(found.hold);
  }
  return explanations.length > 0 ? { outcome: 'hold', explanations } : { outcome: 'publish' };
}
