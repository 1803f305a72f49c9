/** The size of a large site; scaled down for a trial. */
export interface Sizes {
  users: number;
  posts: number;
  comments: number;
  /** Comments of the largest post: direct replies to one, and a chain of replies. */
  celebrityReplies: number;
  chain: number;
  reports: number;
  /** Reports of one comment. */
  reportsOfOne: number;
  decisions: number;
  /** Rows of tables that grow with the site, and of small tables. */
  many: number;
  some: number;
}

export const EVENTS_A_COMMENT = 5;

/** @param share 1 for the full size */
export function sizesOf(share: number): Sizes {
  const of = (whole: number, least: number) => Math.max(least, Math.round(whole * share));
  return {
    users: of(20_000, 1_000),
    posts: of(100_000, 200),
    comments: of(1_000_000, 5_000),
    celebrityReplies: of(50_000, 200),
    chain: of(1_000, 50),
    reports: of(100_000, 1_000),
    reportsOfOne: of(1_000, 20),
    decisions: of(300_000, 1_000),
    many: of(100_000, 1_000),
    some: of(1_000, 50),
  };
}
