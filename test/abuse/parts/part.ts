import type { Figure } from '../../harness/figures.js';
import type { Stage } from '../stage.js';

/** A load of many requests: what it leaves behind, and its effect on others. */
export type Part = (stage: Stage, scale: number) => Promise<Figure[]>;

export function diedOf(death: string): Figure {
  const reached = /FATAL.*/.exec(death)?.[0] ?? death.split('\n', 1)[0];
  return { what: 'the service goes on', wanted: 'yes', reached: reached.slice(0, 100), ok: false };
}

export function brokenOff(error: Error): Figure[] {
  const reached = error.message.split('\n', 1)[0];
  return [{ what: 'it goes through', wanted: 'yes', reached, ok: false }];
}
