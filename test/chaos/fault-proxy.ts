import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** The target of a connection: an address, or the path of a Unix socket. */
export type Target = { host: string; port: number } | { path: string };

/**
 * What happens to bytes in transit. `swallow` is half-open: it drops bytes silently. `hold` is a
 * partition that delivers the bytes when it heals. A trickle passes a few bytes at a time.
 */
export type Weather =
  | { kind: 'pass' }
  | { kind: 'swallow' }
  | { kind: 'hold' }
  | { kind: 'delay'; ms: number }
  | { kind: 'trickle'; bytes: number; everyMs: number };

export const CLEAR: Weather = { kind: 'pass' };

/**
 * A TCP proxy that simulates network faults. It uses the first target that accepts a connection, as
 * a load balancer would.
 */
export class FaultProxy {
  private readonly links = new Set<Link>();
  private weather: Weather = CLEAR;

  private constructor(
    private readonly server: Server,
    private readonly targets: () => readonly Target[],
  ) {
    server.on('connection', (client) => {
      const link: Link = new Link(client, () => this.links.delete(link));
      this.links.add(link);
      link.change(this.weather);
      void link.open(this.targets());
    });
  }

  static async open(targets: () => readonly Target[]): Promise<FaultProxy> {
    const server = createServer({ noDelay: true }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FaultProxy(server, targets);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get open(): number {
    return this.links.size;
  }

  /** Resets connections, as after a short network outage. */
  cut(choose: (open: number) => number): boolean {
    const links = [...this.links];
    const link = links[choose(links.length)];
    link?.reset();
    return link !== undefined;
  }

  cutAll(): void {
    for (const link of this.links) link.reset();
  }

  /** Changes the weather of all open and future connections. */
  change(weather: Weather): void {
    this.weather = weather;
    for (const link of this.links) link.change(weather);
  }

  /** Silently drops all further bytes of open connections; new connections work. */
  swallowOpen(): void {
    for (const link of this.links) link.change({ kind: 'swallow' });
  }

  async close(): Promise<void> {
    this.server.close();
    this.cutAll();
  }
}

/** One connection through the proxy. */
class Link {
  private upstream: Socket | null = null;
  private weather: Weather = CLEAR;
  /** Bytes were lost, so neither side may receive anything on this connection again. */
  private broken = false;
  private readonly held: { to: () => Socket | null; bytes: Buffer }[] = [];
  private timer: NodeJS.Timeout | null = null;
  private gone = false;

  constructor(
    private readonly client: Socket,
    private readonly onGone: () => void,
  ) {
    this.watch(client, () => this.upstream);
  }

  async open(targets: readonly Target[]): Promise<void> {
    for (const target of targets) {
      const socket = connect({ ...target, noDelay: true });
      const opened = await new Promise<boolean>((resolve) => {
        socket.once('connect', () => resolve(true));
        socket.once('error', () => resolve(false));
      });
      if (!opened) continue;
      if (this.gone) return void socket.destroy();
      this.upstream = socket;
      this.watch(socket, () => this.client);
      return this.drain();
    }
    this.reset();
  }

  change(weather: Weather): void {
    this.weather = weather;
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    if (weather.kind === 'trickle') {
      this.timer = setInterval(() => this.drip(weather.bytes), weather.everyMs);
    } else if (weather.kind !== 'swallow' && this.broken) this.reset();
    else if (weather.kind === 'pass') this.drain();
  }

  reset(): void {
    if (this.gone) return;
    this.gone = true;
    if (this.timer) clearInterval(this.timer);
    if (!this.client.destroyed) this.client.resetAndDestroy();
    // A Unix socket has no reset.
    this.upstream?.destroy();
    this.onGone();
  }

  private watch(socket: Socket, to: () => Socket | null): void {
    socket.on('data', (bytes: Buffer) => this.forward(socket, to, bytes));
    socket.on('error', () => undefined);
    socket.on('close', () => this.closed());
  }

  private forward(from: Socket, to: () => Socket | null, bytes: Buffer): void {
    const { weather } = this;
    if (weather.kind === 'swallow') {
      this.broken = true;
    } else if (weather.kind === 'delay') {
      setTimeout(() => to()?.write(bytes), weather.ms);
    } else if (weather.kind === 'pass' && this.held.length === 0 && to()) {
      const target = to()!;
      if (!target.write(bytes)) {
        from.pause();
        target.once('drain', () => from.resume());
      }
    } else this.held.push({ to, bytes });
  }

  private drain(): void {
    if (this.weather.kind !== 'pass') return;
    while (this.held.length > 0 && this.held[0].to()) {
      const { to, bytes } = this.held.shift()!;
      to()!.write(bytes);
    }
  }

  private drip(size: number): void {
    const first = this.held[0];
    const target = first?.to();
    if (!target) return;
    target.write(first.bytes.subarray(0, size));
    first.bytes = first.bytes.subarray(size);
    if (first.bytes.length === 0) this.held.shift();
  }

  /** A close counts as data: while nothing passes, the other side does not learn of it. */
  private closed(): void {
    if (this.gone) return;
    if (this.weather.kind === 'swallow' || this.weather.kind === 'hold') this.broken = true;
    else {
      this.gone = true;
      if (this.timer) clearInterval(this.timer);
      for (const socket of [this.client, this.upstream]) {
        if (!socket || socket.destroyed) continue;
        socket.end();
        setTimeout(() => socket.destroy(), 1_000).unref();
      }
      this.onGone();
    }
  }
}
