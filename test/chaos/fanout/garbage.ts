import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Collects garbage, so that the memory left is what the process needs. The harness loads it before
 * the service and triggers it by a signal.
 */
setFlagsFromString('--expose-gc');
export const collectGarbage = runInNewContext('gc') as () => void;
process.on('SIGUSR2', collectGarbage);
