import { step } from './watch-machine.js';
import { initialState } from './watch-state.js';
import { wholeEvents } from './whole-events.js';
import type { Comment, SentEvent } from './wire.js';

const COMMENT = { id: 'a', version: 3, status: 'published', body: 'Third' } as Comment;
const sent = (seq: number, comment?: SentEvent['data']['comment']): SentEvent => ({
  seq,
  type: 'comment.edited',
  at: '',
  data: comment ? { comment } : {},
});
const SENT = [sent(1, COMMENT), sent(2), sent(3, { id: 'a', version: 3 })];

describe('events that came together', () => {
  it('have the comment that the first one carries', () => {
    expect(wholeEvents(SENT).map(({ data }) => data.comment)).toEqual([
      COMMENT,
      undefined,
      COMMENT,
    ]);
  });

  it('are the same when they are made whole again', () => {
    expect(wholeEvents(wholeEvents(SENT))).toEqual(wholeEvents(SENT));
  });

  it('are without a comment that none of them carries', () => {
    expect(wholeEvents(SENT.slice(2))[0].data).toEqual({});
  });

  it('have it also where the one that carries it was delivered before', () => {
    const [state] = step(initialState({ seq: 2, epoch: 'e' }), { is: 'up', link: 1 });
    const { request } = state.asking!;
    const slice = { seq: 3, epoch: 'e', events: SENT };
    const [, effects] = step(state, { is: 'answer', request, slice });
    const delivered = effects.flatMap((effect) => (effect.do === 'deliver' ? effect.events : []));
    expect(delivered).toEqual([{ ...SENT[2], data: { comment: COMMENT } }]);
  });
});
