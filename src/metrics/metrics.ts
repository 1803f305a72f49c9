import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Histogram buckets in seconds. The last one equals the statement timeout. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 500];

let ofProcess: Registry | undefined;

/**
 * Default metrics of the memory, the event loop and so on. Their observers and timers never end, so
 * a process creates them once, even if it starts several services, as tests do.
 */
function figuresOfProcess(): Registry {
  if (!ofProcess) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess, prefix: 'colloquy_' });
  }
  return ofProcess;
}

/**
 * The metrics of this process, for Prometheus. Labels name routes and kinds, never a user, an
 * address or a value from a request.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  /** Requests by method, route (its pattern, or `unmatched`) and status. */
  readonly requests = new Histogram({
    ...this.named('http_request_duration_seconds'),
    help: 'Time from the request to its answer, by method, route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
  });

  readonly batches = new Histogram({
    ...this.named('batch_size'),
    help: 'How many went together: comments or votes in a commit, events in a message.',
    labelNames: ['of'] as const,
    buckets: SIZES,
  });

  readonly frames = new Counter({
    ...this.named('live_frames_total'),
    help: 'Messages sent to sockets; one to a room counts for each socket in it.',
    labelNames: ['message'] as const,
  });

  readonly resyncs = new Counter({
    ...this.named('resyncs_total'),
    help: 'Readers of a log who were told to load the thread again.',
  });

  readonly wakes = new Counter({
    ...this.named('wakes_total'),
    help: 'Posts that this node was woken for, by what woke it.',
    labelNames: ['by'] as const,
  });

  readonly roundWell = new Gauge({
    ...this.named('round_ended_well_timestamp_seconds'),
    help: 'When a round of background work last ended well on this node, or found nothing to do; 0 before.',
    labelNames: ['round'] as const,
  });

  readonly roundSeconds = new Histogram({
    ...this.named('round_duration_seconds'),
    help: 'How long rounds of background work took.',
    labelNames: ['round'] as const,
    buckets: SECONDS,
  });

  readonly roundFailures = new Counter({
    ...this.named('round_failures_total'),
    help: 'Rounds of background work that failed; each begins again.',
    labelNames: ['round'] as const,
  });

  readonly jobs = new Counter({
    ...this.named('jobs_total'),
    help: 'Jobs that ended on this node, by task: `done`, `failed` and to be tried again, `stopped` with the node, or `gave-up`.',
    labelNames: ['task', 'end'] as const,
  });

  constructor() {
    const shared = figuresOfProcess();
    for (const { name } of shared.getMetricsAsArray())
      this.registry.registerMetric(shared.getSingleMetric(name)!);
  }

  /** A number that is read at each scrape. */
  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      ...this.named(name),
      help,
      collect() {
        this.set(read());
      },
    });
  }

  /** Counts by the value of one label, which the caller provides at each scrape. */
  counts<Label extends string>(
    name: string,
    help: string,
    label: string,
    read: () => Readonly<Record<Label, number>>,
  ): void {
    new Counter({
      ...this.named(name),
      help,
      labelNames: [label],
      collect() {
        this.reset();
        for (const [value, count] of Object.entries<number>(read()))
          this.inc({ [label]: value }, count);
      },
    });
  }

  /** @returns a function that counts a batch by its size */
  sizesOf(what: string): (size: number) => void {
    const sizes = this.batches.labels(what);
    return (size) => sizes.observe(size);
  }

  private named(name: string) {
    return { name: `colloquy_${name}`, registers: [this.registry] };
  }
}

/** Times every request of the framework. Pages that are served before it are only counted. */
export function timeRequests(app: NestFastifyApplication, metrics: Metrics): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, next) => {
      const route = request.routeOptions.url ?? 'unmatched';
      const labels = { method: request.method, route, status: reply.statusCode };
      metrics.requests.observe(labels, reply.elapsedTime / 1_000);
      next();
    });
}
