export { backoff } from './backoff.js';
export { applyEvents, withHidden, withReadAgain } from './applied-events.js';
export { createColloquy, type Colloquy, type ColloquyOptions, type Watch } from './client.js';
export { loadModule } from './load-module.js';
export { ProblemError, unwrap } from './problem.js';
export { newKey } from './resilient-fetch.js';
export type { components, operations, paths } from './schema.js';
export type { Surroundings } from './page-visibility.js';
export {
  pinnedWith,
  placeOf,
  type Thread,
  threadOf,
  withPage,
  withReplies,
} from './thread-store.js';
export { type Sort, subtreeEnd } from './thread-order.js';
export type { TokenSource } from './token.js';
export type { Change, Watched, WatchOptions } from './watch.js';
export type { Resync, WatchStatus } from './watch-state.js';
export type * from './wire.js';
