import { LiveConnection, type LiveSettings } from './live-connection.js';
import { ThreadWatch, type WatchOptions, type WatchPorts } from './watch.js';

type LiveOptions = LiveSettings & Omit<WatchPorts, 'connection'>;

/** The half of a client that follows threads; a page loads it when it follows one. */
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
