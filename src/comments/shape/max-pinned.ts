/** More than these at the head of a thread, and nobody reads the first comment. */
export const MAX_PINNED = 3;
