import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Where a connection goes: an address, or the path of a Unix socket. */
export type Target = { host: string; port: number } | { path: string };

/**
 * What happens to bytes on their way. `swallow` is half-open: nothing arrives and nobody is told;
 * `hold` is a partition that heals with what was under way; a trickle passes a few bytes at a time.
 */
export type Weather =
  | { kind: 'pass' }
  | { kind: 'swallow' }
  | { kind: 'hold' }
  | { kind: 'delay'; ms: number }
  | { kind: 'trickle'; bytes: number; everyMs: number };

export const CLEAR: Weather = { kind: 'pass' };

/**
 * A TCP proxy that does to connections what networks do. It goes to the first target that takes a
 * connection, as a load balancer would.
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

  /** Ends connections by a reset, as a cut cable that comes back does. */
  cut(choose: (open: number) => number): boolean {
    const links = [...this.links];
    const link = links[choose(links.length)];
    link?.reset();
    return link !== undefined;
  }

  cutAll(): void {
    for (const link of this.links) link.reset();
  }

  /** Changes the weather for everything that is open and that comes. */
  change(weather: Weather): void {
    this.weather = weather;
    for (const link of this.links) link.change(weather);
  }

  /** From now on nothing passes what is open, and nobody is told; what comes later passes. */
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
  /** Bytes were lost, so neither side may ever hear of this connection again. */
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
    // A Unix socket knows no reset.
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

  /** An end is bytes too: while nothing passes, the other side does not hear of it. */
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
