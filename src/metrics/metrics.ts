import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds; a statement is ended before the last. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 500];

/**
 * The figures of this process, for Prometheus. Labels name routes and kinds, never a user, an address or
 * anything that somebody sent.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  /** Requests by method, route (its pattern, or `unmatched`) and status. */
  readonly requests = new Histogram({
    name: 'colloquy_http_request_duration_seconds',
    help: 'Time from the request to its answer, by method, route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });

  readonly batches = new Histogram({
    name: 'colloquy_batch_size',
    help: 'How many went together: comments or votes in a commit, events in a message.',
    labelNames: ['of'] as const,
    buckets: SIZES,
    registers: [this.registry],
  });

  readonly frames = new Counter({
    name: 'colloquy_live_frames_total',
    help: 'Messages sent to sockets; one to a room counts for each socket in it.',
    labelNames: ['message'] as const,
    registers: [this.registry],
  });

  readonly resyncs = new Counter({
    name: 'colloquy_resyncs_total',
    help: 'Readers of a log who were told to load the thread again.',
    registers: [this.registry],
  });

  readonly wakes = new Counter({
    name: 'colloquy_wakes_total',
    help: 'Posts that this node was woken for, by what woke it.',
    labelNames: ['by'] as const,
    registers: [this.registry],
  });

  readonly roundWell = new Gauge({
    name: 'colloquy_round_ended_well_timestamp_seconds',
    help: 'When a round of background work last ended well on this node, or found nothing to do; 0 before.',
    labelNames: ['round'] as const,
    registers: [this.registry],
  });

  readonly roundSeconds = new Histogram({
    name: 'colloquy_round_duration_seconds',
    help: 'How long rounds of background work took.',
    labelNames: ['round'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });

  readonly roundFailures = new Counter({
    name: 'colloquy_round_failures_total',
    help: 'Rounds of background work that failed; each begins again.',
    labelNames: ['round'] as const,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'colloquy_' });
  }

  /** A number that is read when somebody asks for it. */
  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name: `colloquy_${name}`,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }

  /** Counts that somebody keeps, by the value of one label; read when somebody asks for them. */
  counts<Label extends string>(
    name: string,
    help: string,
    label: string,
    read: () => Readonly<Record<Label, number>>,
  ): void {
    new Counter({
      name: `colloquy_${name}`,
      help,
      labelNames: [label],
      registers: [this.registry],
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
}

/** Times every request of the framework. The pages that are answered before it are only counted. */
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
