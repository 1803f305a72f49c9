import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { ProbeCall, Taken } from './probe.js';

/** The flag of Node that loads the probe into a service. */
export function probeFlag(place: string): string {
  const module = new URL('./probe.js', import.meta.url);
  module.searchParams.set('at', place);
  return `--import=${module.href}`;
}

/** A client of the probe within a service; a call waits until the main thread is free for it. */
export class Gauge {
  constructor(private readonly place: string) {}

  begin(): Promise<null> {
    return this.call('begin');
  }

  end(): Promise<Taken> {
    return this.call('end');
  }

  /** The first call starts a profile; the second ends it. */
  profile(): Promise<object | null> {
    return this.call('profile');
  }

  private call<Answer>(call: ProbeCall): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.place);
      const fail = () => reject(new Error('The service ended while it was measured.'));
      socket.on('error', fail).on('close', fail);
      const lines = createInterface({ input: socket });
      // The stream repeats the errors of the socket.
      lines.on('error', () => undefined);
      lines.once('line', (line) => {
        resolve(JSON.parse(line) as Answer);
        socket.destroy();
      });
      socket.write(`${call}\n`);
    });
  }
}
