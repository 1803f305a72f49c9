export { createColloquy, type Colloquy, type ColloquyOptions, type Watch } from './client.js';
export { ProblemError, unwrap } from './problem.js';
export { newKey } from './resilient-fetch.js';
export type { components, operations, paths } from './schema.js';
export type { Surroundings } from './surroundings.js';
export type { TokenSource } from './token.js';
export type { Change, Watched, WatchOptions } from './watch.js';
export type { Resync, WatchStatus } from './watch-machine.js';
export type * from './wire.js';
