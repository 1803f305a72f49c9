import type { Stage } from '../stage.js';

export interface Figure {
  what: string;
  wanted: string;
  reached: string;
  ok: boolean;
}

export interface PartResult {
  name: string;
  figures: Figure[];
}

/** A load of many requests: what it leaves behind, and what others notice. */
export type Part = (stage: Stage, scale: number) => Promise<Figure[]>;

export function atMost(what: string, most: number, reached: number, unit = ''): Figure {
  const words = (value: number) =>
    `${value.toLocaleString('en', { maximumFractionDigits: 1 })}${unit && ` ${unit}`}`;
  return { what, wanted: `at most ${words(most)}`, reached: words(reached), ok: reached <= most };
}

export function diedOf(death: string): Figure {
  const reached = /FATAL.*/.exec(death)?.[0] ?? death.split('\n', 1)[0];
  return { what: 'the service goes on', wanted: 'yes', reached: reached.slice(0, 100), ok: false };
}

export function brokenOff(error: Error): Figure[] {
  const reached = error.message.split('\n', 1)[0];
  return [{ what: 'it goes through', wanted: 'yes', reached, ok: false }];
}
