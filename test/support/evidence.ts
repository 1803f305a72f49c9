import { Rounds } from '../../src/nodes/background-rounds.js';
import { made } from './decisions.js';
import { ledgerPath } from './erasures/ledger.js';
import { flag } from './moderation.js';
import { PASSWORD, type Person, register } from './people.js';
import { useSite } from './site.js';
import { createPost, say } from './threads.js';
import { until } from './until.js';

export const REASON = 'The police have asked for it.';

export interface Evidence {
  hold: { until: string; reason: string; heldBy: { id: string } } | null;
  items: { kind: string; authorId: string | null; body: string; html: string | null }[];
  nextCursor: string | null;
}

/** A site with decisions whose evidence is held, and with accounts that are erased. */
export function useEvidence() {
  const ledger = ledgerPath();
  const site = useSite({
    people: { editor: 'admin', staff: 'moderator', other: 'member' },
    env: { ERASURE_LEDGER: ledger },
    prepare: (starting) => void starting.get(Rounds).periods.set('retention', 100),
  });

  const pathOf = (id: string) => `/api/v1/moderation/decisions/${id}/evidence`;
  const hold = (id: string, input: object = { days: 90, reason: REASON }, by = site.editor) =>
    site.app.request.put(pathOf(id)).set(by.auth).send(input);
  const release = (id: string, by = site.editor) =>
    site.app.request.delete(pathOf(id)).set(by.auth).expect(204);
  const look = async (id: string, app = site.app): Promise<Evidence> =>
    (await app.request.get(pathOf(id)).query({ limit: 100 }).set(site.editor.auth).expect(200))
      .body;
  const close = (person: Pick<Person, 'auth'>, comments = 'remove') =>
    site.app.request
      .delete('/api/v1/users/me')
      .set(person.auth)
      .send({ comments, current: PASSWORD })
      .expect(202);
  /** Skips the day of grace. */
  const pass = async (person: Pick<Person, 'id'>) => {
    await site.database.query('update erasures set due_at = now() where user_id = $1', [person.id]);
    await site.database.query('update graphile_worker._private_jobs set run_at = now()');
    await until('the erasure to end', async () => {
      const left = 'select 1 from erasures where user_id = $1';
      return (await site.database.query(left, [person.id])).length === 0;
    });
  };
  const end = (id: string) =>
    site.database.query('update evidence_holds set until = now() where decision_id = $1', [id]);
  const gone = (id: string) =>
    until('what was held to go', async () => {
      const left = 'select 1 from evidence_texts where decision_id = $1';
      return (await site.database.query(left, [id])).length === 0;
    });

  /** A removed comment with a report that quotes nobody. */
  const removed = async (author: Person, body = 'What I have said', note = 'Look at it') => {
    const { id: post } = await createPost(site.app, site.editor);
    const { id } = await say(site.app, author, post, body);
    const reporter = await register(site.app);
    await flag(site.app, reporter, id, { reason: 'abusive', detail: 'It is a threat' });
    const decision = { action: 'remove', reason: 'abusive', version: 1, note, text: note };
    const decisionId = await made(site.app, site.editor, `comments/${id}`, decision);
    return { post, id, reporter, decisionId };
  };

  return { site, ledger, pathOf, hold, release, look, close, pass, end, gone, removed };
}
