import { Crowd } from '../support/erasures/crowd.js';
import { CANARY, newCanary } from '../support/erasures/planting.js';
import { listUnplanted } from '../support/erasures/unplanted.js';
import { filesOf } from '../support/own-files.js';
import { useSite } from '../support/site.js';

/** `npm run canaries` exports the data of more accounts. */
const FULL = process.env.CANARIES === 'full';
const PEOPLE = FULL ? 1_000 : 6;
const PATIENCE_MS = 1_500_000;

/** Files that contain ids of other accounts: those that the owner ignores. */
const TELLS_OF_OTHERS = ['users/ignored_users.json'];
/** Own texts that the search must find; an empty file would otherwise pass. */
const OWN_TEXTS = [
  'auth/account_proofs.json',
  'auth/identities.json',
  'auth/passkeys.json',
  'auth/sessions.json',
  'comments/comment_revisions.json',
  'comments/comments.json',
  'moderation/comment_flags.json',
  'moderation/statements.json',
  'moderation/user_flags.json',
  'users/users.json',
];
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

describe('what many people take with them', () => {
  const site = useSite({ people: { editor: 'admin', other: 'member' } });
  let crowd: Crowd;
  let accounts: ReadonlySet<string>;
  /** Texts of people who sent notices. */
  const ofStrangers = newCanary();

  beforeAll(async () => {
    crowd = new Crowd(site.app, site.database, site);
    await crowd.gatherNeighbours(PEOPLE);
    for (const { commentId } of crowd.people) await notify(commentId);
    const rows = await site.database.query<{ id: string }>('select id from users');
    accounts = new Set(rows.map(({ id }) => id));
  }, PATIENCE_MS);

  const notify = (commentId: string) =>
    site.app.request
      .post('/api/v1/notices')
      .send({
        url: commentId,
        category: 'other',
        explanation: `This is against the law: ${ofStrangers}`,
        name: ofStrangers,
        email: `${ofStrangers}@example.org`,
        goodFaith: true,
      })
      .expect(201);

  it('is tried with a text of others in every column that may hold one', async () => {
    expect(await listUnplanted(site.database)).toEqual([]);
  });

  it(
    'has no texts of others, no notes of moderators, and nobody who has reported something',
    async () => {
      const found: string[] = [];
      let files = 0;
      for (const [nth, person] of crowd.people.entries()) {
        const taken = await filesOf(site.app, person);
        const before = crowd.people.at(nth - 1)!;
        for (const [name, text] of taken) {
          files += 1;
          // Their own report of the previous account has their own words.
          const own = name === 'moderation/user_flags.json' ? text.replace(before.about, '') : text;
          const rest = own.replaceAll(person.canary, '').replaceAll(person.id, '');
          for (const [canary] of rest.matchAll(new RegExp(CANARY, 'g')))
            found.push(`${name}: ${canary} of somebody else`);
          const ids = TELLS_OF_OTHERS.includes(name) ? [] : (rest.match(ID) ?? []);
          for (const id of ids.filter((id) => accounts.has(id)))
            found.push(`${name}: the account ${id}`);
        }
        const missing = OWN_TEXTS.filter((name) => !taken.get(name)?.includes(person.canary));
        expect(missing).toEqual([]);
        expect(found).toEqual([]);
      }
      if (FULL)
        process.stdout.write(
          `${files} files of ${PEOPLE} people, ${found.length} texts of others\n`,
        );
    },
    PATIENCE_MS,
  );
});
