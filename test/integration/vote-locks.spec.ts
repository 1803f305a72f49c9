import { VotesService } from '../../src/comments/votes/votes.service.js';
import { countDeadlocks } from '../support/deadlocks.js';
import { FULL, inFull } from '../support/full-form.js';
import { decide } from '../support/moderation.js';
import { ADMIN, admin, register } from '../support/people.js';
import { createTestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost, say } from '../support/threads.js';
import { makeVoters } from '../support/votes.js';

const TURNS = FULL ? 40 : 6;

describe('votes and decisions on a branch', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  inFull('wait for each other without a deadlock', async () => {
    const nodes = [await createTestApp(database, ADMIN), await createTestApp(database, ADMIN)];
    const services = nodes.map((node) => node.app.get(VotesService, { strict: false }));
    const [editor, author] = [await admin(nodes[0]), await register(nodes[0])];
    const post = (await createPost(nodes[0], editor)).id;
    const parent = (await say(nodes[0], author, post, 'A comment')).id;
    const reply = (await say(nodes[0], author, post, 'A reply', parent)).id;
    const voters = await makeVoters(database, 40);

    let decided = 0;
    // Removing a reply locks it first, and then its parent: the reverse order of ids.
    const deciding = (async () => {
      for (; decided < TURNS; decided++) {
        const decision = decided % 2 ? { action: 'restore' } : { action: 'remove', reason: 'spam' };
        const version = decided + 1;
        const answer = await decide(nodes[0], editor, `comments/${reply}`, {
          ...decision,
          version,
        });
        expect(answer.status).toBe(201);
      }
    })();
    const refusals = new Set<unknown>();
    for (let turn = 0; decided < TURNS; turn++) {
      const value = turn % 2 ? 1 : -1;
      const outcomes = await Promise.allSettled(
        voters.map((voter, at) => {
          const asker = { ...voter, idempotencyKey: null };
          return services[at % 2].vote(asker, at % 4 < 2 ? parent : reply, value);
        }),
      );
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') refusals.add(outcome.reason.slug);
    }
    await deciding;
    // A removed comment is not listed; it may be back when the reason is looked up.
    const removed = ['comment-not-found', 'comment-not-published'];
    expect([...refusals].filter((slug) => !removed.includes(String(slug)))).toEqual([]);

    await Promise.all(nodes.map((node) => node.close()));
    expect(await countDeadlocks(database)).toBe(0);
  });
});
