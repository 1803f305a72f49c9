import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Frees what nobody uses: what is left of a process's memory then is what it needs. Loaded before the
 * service by the harness, which asks for it by a signal.
 */
setFlagsFromString('--expose-gc');
export const collectGarbage = runInNewContext('gc') as () => void;
process.on('SIGUSR2', collectGarbage);
