import { Baseline1796100000000 } from './1796100000000-baseline.js';

/** In order; none is changed once landed. */
export const migrations = [Baseline1796100000000];
