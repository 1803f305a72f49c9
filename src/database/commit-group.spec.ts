import { jest } from '@jest/globals';
import fc from 'fast-check';
import { CommitGroup, type Outcome } from './commit-group.js';

/** Lets the test end commits by hand. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('a commit group', () => {
  it('writes what arrives while it is busy in one commit', async () => {
    const groups: number[][] = [];
    const [begun, first] = [gate(), gate()];
    const group = new CommitGroup<number, number>(async (items) => {
      groups.push([...items]);
      begun.open();
      if (groups.length === 1) await first.opened;
      return items.map((item) => ({ done: item * 2 }));
    });
    const one = group.submit(1);
    await begun.opened;
    const rest = [2, 3, 4].map((item) => group.submit(item));
    first.open();
    expect(await Promise.all([one, ...rest])).toEqual([2, 4, 6, 8]);
    expect(groups).toEqual([[1], [2, 3, 4]]);
  });

  it('answers each item exactly once, in order, whatever the others come to', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('ok', 'refused', 'poison'), { maxLength: 150 }),
        fc.infiniteStream(fc.boolean()),
        async (kinds, pauses) => {
          const written: number[] = [];
          const group = new CommitGroup<number, number>(async (items) => {
            const poisoned = items.some((item) => kinds[item] === 'poison');
            await Promise.resolve();
            if (poisoned) throw new Error('the whole transaction failed');
            return items.map((item): Outcome<number> => {
              if (kinds[item] === 'refused') return { failed: 'refused' };
              written.push(item);
              return { done: item };
            });
          });
          const answers: Promise<unknown>[] = [];
          for (const item of kinds.keys()) {
            answers.push(group.submit(item).catch((reason: unknown) => reason));
            if (pauses.next().value) await new Promise((resolve) => setImmediate(resolve));
          }
          const outcomes = await Promise.all(answers);
          await group.drain();
          for (const [item, kind] of kinds.entries()) {
            if (kind === 'ok') expect(outcomes[item]).toBe(item);
            else if (kind === 'refused') expect(outcomes[item]).toBe('refused');
            else expect(outcomes[item]).toBeInstanceOf(Error);
          }
          const expected = [...kinds.keys()].filter((item) => kinds[item] === 'ok');
          expect(written.toSorted((a, b) => a - b)).toEqual(expected);
          expect(written).toEqual(expected);
        },
      ),
      { seed: 20261123, numRuns: 60 },
    );
  });

  it('drains: everything that was submitted is answered before', async () => {
    const group = new CommitGroup<number, number>(async (items) =>
      items.map((item) => ({ done: item })),
    );
    let answered = 0;
    for (let item = 0; item < 200; item++) void group.submit(item).then(() => (answered += 1));
    await group.drain();
    expect(answered).toBe(200);
  });

  describe('that gathers', () => {
    beforeEach(() => void jest.useFakeTimers({ doNotFake: ['setImmediate', 'performance'] }));
    afterEach(() => void jest.useRealTimers());

    const turn = () => new Promise((resolve) => setImmediate(resolve));

    function gathering(gathers: () => boolean) {
      const groups: number[][] = [];
      const group = new CommitGroup<number, number>(
        async (items) => {
          groups.push([...items]);
          return items.map((item) => ({ done: item }));
        },
        { gathers },
      );
      /** Submits each item in its own turn of the event loop. */
      const submit = async (items: readonly number[]) => {
        const answers = [];
        for (const item of items) {
          answers.push(group.submit(item));
          await turn();
          await turn();
        }
        return answers;
      };
      return { groups, submit };
    }

    it('writes what came within a moment in one commit', async () => {
      const { groups, submit } = gathering(() => true);
      const answers = await submit([1, 2, 3]);
      expect(groups).toEqual([]);
      jest.advanceTimersByTime(20);
      expect(await Promise.all(answers)).toEqual([1, 2, 3]);
      expect(groups).toEqual([[1, 2, 3]]);
    });

    it('waits no longer when enough have come', async () => {
      const { groups, submit } = gathering(() => true);
      const items = Array.from({ length: 16 }, (_, item) => item);
      expect(await Promise.all(await submit(items))).toEqual(items);
      expect(groups).toEqual([items]);
    });

    it('writes at once while it need not', async () => {
      const { groups, submit } = gathering(() => false);
      expect(await Promise.all(await submit([1, 2]))).toEqual([1, 2]);
      expect(groups).toEqual([[1], [2]]);
    });
  });
});
