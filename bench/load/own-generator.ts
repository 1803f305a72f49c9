import { type Child, startChild } from '../child.js';
import type { Generator, Load, Outcome } from './load.js';

/** Our own generator, for machines without wrk and for loads at a given rate. */
export class OwnGenerator implements Generator {
  readonly name = 'own generator on plain sockets';
  private readonly child: Child = startChild(new URL('./socket-load.js', import.meta.url));

  run(load: Load, seconds: number): Promise<Outcome> {
    return this.child.ask({ ...load, seconds });
  }

  runPaced(load: Load, seconds: number, perSecond: number): Promise<Outcome> {
    return this.child.ask({ ...load, seconds, perSecond });
  }

  end(): Promise<void> {
    return this.child.end();
  }
}
