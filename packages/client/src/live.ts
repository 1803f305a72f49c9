import { LiveConnection, type LiveSettings } from './live-connection.js';
import { ThreadWatch, type WatchOptions, type WatchPorts } from './watch.js';

type LiveOptions = LiveSettings & Omit<WatchPorts, 'connection'>;

/** The part of a client that follows threads; it is loaded with the first watch. */
export class Live {
  private readonly connection: LiveConnection;

  constructor(private readonly options: LiveOptions) {
    this.connection = new LiveConnection(options);
  }

  watch(postId: string, options: WatchOptions, ended: () => void): ThreadWatch {
    const ports = { ...this.options, connection: this.connection };
    return new ThreadWatch(postId, ports, options, ended);
  }

  renew(): Promise<void> {
    return this.connection.renew();
  }
}
