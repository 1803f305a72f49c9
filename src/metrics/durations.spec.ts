import fc from 'fast-check';
import { Histogram, Registry } from 'prom-client';
import { Durations } from './durations.js';

const BUCKETS = [0.001, 0.01, 0.1, 1];
const NAME = 'a_duration_seconds';

const observations = fc.array(
  fc.record({
    route: fc.constantFrom('/a', '/b "quoted"'),
    status: fc.constantFrom('200', '404'),
    seconds: fc.oneof(fc.constantFrom(0, ...BUCKETS), fc.double({ min: 0, max: 5, noNaN: true })),
  }),
  { maxLength: 60 },
);

/** The samples as text, in no order. */
const linesOf = async (registry: Registry) => (await registry.metrics()).split('\n').toSorted();

describe('durations', () => {
  it('read as those of a histogram of the library', async () => {
    await fc.assert(
      fc.asyncProperty(observations, async (seen) => {
        const [ours, theirs] = [new Registry(), new Registry()];
        const labelNames = ['route', 'status'];
        const described = { name: NAME, help: 'How long it took.', labelNames, buckets: BUCKETS };
        const durations = new Durations({ ...described, register: ours });
        const histogram = new Histogram({ ...described, registers: [theirs] });
        for (const { route, status, seconds } of seen) {
          durations.labels(route, status).observe(seconds);
          histogram.labels(route, status).observe(seconds);
        }
        expect(await linesOf(ours)).toEqual(await linesOf(theirs));
      }),
      { seed: 20261125, numRuns: 200 },
    );
  });
});
