import type { Sent } from './ask.js';
import type { Grounds } from './grounds.js';

/** A request or message that is sent several times, one at a time. */
export interface Shot {
  /** Not measured: it resets the state, so that the next one costs as much as the first. */
  before?(nth: number): Promise<unknown>;
  send(nth: number): Promise<Sent>;
}

export interface Attack {
  name: string;
  ready(grounds: Grounds): Promise<Shot>;
}

export function attack(name: string, ready: Attack['ready']): Attack {
  return { name, ready };
}
