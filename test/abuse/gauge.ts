import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { ProbeCall, Taken } from './probe.js';

/** The flag of Node that loads the probe into a service. */
export function probeFlag(place: string): string {
  const module = new URL('./probe.js', import.meta.url);
  module.searchParams.set('at', place);
  return `--import=${module.href}`;
}

/** Asks the probe within a service; a call waits until the service's main thread is free for it. */
export class Gauge {
  constructor(private readonly place: string) {}

  begin(): Promise<null> {
    return this.call('begin');
  }

  end(): Promise<Taken> {
    return this.call('end');
  }

  /** Begins a profile; the second call ends it. */
  profile(): Promise<object | null> {
    return this.call('profile');
  }

  private call<Answer>(call: ProbeCall): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.place);
      const fail = () => reject(new Error('The service ended while it was measured.'));
      socket.on('error', fail).on('close', fail);
      const lines = createInterface({ input: socket });
      // It says again what the socket has said.
      lines.on('error', () => undefined);
      lines.once('line', (line) => {
        resolve(JSON.parse(line) as Answer);
        socket.destroy();
      });
      socket.write(`${call}\n`);
    });
  }
}
