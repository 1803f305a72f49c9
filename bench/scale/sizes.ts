/** How much of everything a large site has; a share of it for a trial. */
export interface Sizes {
  users: number;
  posts: number;
  comments: number;
  /** Of the comments: direct replies to one comment of the largest post, and a chain of answers there. */
  celebrityReplies: number;
  chain: number;
  reports: number;
  /** Reports of one comment. */
  reportsOfOne: number;
  decisions: number;
  /** Rows of tables that grow with the site, and of those that stay small. */
  many: number;
  some: number;
}

export const EVENTS_A_COMMENT = 5;

/** @param share 1 for the whole */
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
