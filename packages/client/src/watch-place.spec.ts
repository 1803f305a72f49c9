import { step } from './watch-machine.js';
import { type Effect, initialState, type WatchInput } from './watch-state.js';

const epoch = 'epoch-1';
const events = [1, 2].map((seq) => ({ seq, type: 'comment.created', at: '', data: {} }));

describe('a watch whose consumer has read the thread once more', () => {
  it('goes on from there, misses nothing, and stays live', () => {
    let state = initialState({ seq: 0, epoch });
    const give = (input: WatchInput): Effect[] => {
      const [next, effects] = step(state, input);
      state = next;
      return effects;
    };
    give({ is: 'start' });
    give({ is: 'up', link: 1 });
    give({ is: 'answer', request: 1, slice: { seq: 0, epoch, events: [] } });
    expect(give({ is: 'events', epoch, events })).toContainEqual({ do: 'deliver', events });
    const place = { seq: 1, epoch };
    expect(give({ is: 'place', place })).toContainEqual({ do: 'subscribe', request: 2, place });
    expect(state.status).toBe('live');
    const told = give({ is: 'answer', request: 2, slice: { seq: 2, epoch, events: [events[1]] } });
    expect(told).toContainEqual({ do: 'deliver', events: [events[1]] });
    expect(state.status).toBe('live');
  });
});
