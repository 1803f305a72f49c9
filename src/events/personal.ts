import { deletedBy, type PersonalPart } from './personal-part.js';

export const PERSONAL: PersonalPart = {
  idempotency_records: {
    why: 'the answer of a request that is sent again',
    kept: 'idempotency records',
    seenBy: 'holder',
    erasing: deletedBy('user_id'),
    told: 'It repeats, for a day, what stands elsewhere.',
  },
  signals: {
    why: 'nodes tell each other of ended sessions and of news',
    kept: 'signals',
    seenBy: 'nobody',
    erasing: [],
    stays: {
      user_id: 'an id without a name, for a day: other nodes read it',
      session_id: 'an id without a name, for a day',
      at: 'for a day',
      facts: 'ids alone, for a day',
    },
    told: 'It repeats, for a day, what stands elsewhere.',
  },
};
