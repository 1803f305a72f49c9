import { newId } from '../../src/database/ids.js';
import { Rounds } from '../../src/nodes/background-rounds.js';
import { beGuest, type Guest } from '../support/guests.js';
import { useSite } from '../support/site.js';
import { createPost } from '../support/threads.js';
import { until } from '../support/until.js';

describe('guests who came long ago', () => {
  const site = useSite({
    people: { editor: 'admin' },
    env: { GUESTS: 'open', RATE_LIMITS: 'off' },
    prepare: (starting) => void starting.get(Rounds).periods.set('retention', 100),
  });

  const change = (text: string, ...values: unknown[]) => site.database.query(text, values);
  /** Ends a guest's session, and shifts their last visit by days. */
  const age = async ({ id }: Guest, days: number, ended = true) => {
    if (ended) await change('update sessions set revoked_at = now() where user_id = $1', id);
    await change(
      'update users set created_at = now() - make_interval(days => $2) where id = $1',
      id,
      days,
    );
  };
  const isThere = async ({ id }: { id: string }) =>
    (await change('select from users where id = $1', id)).length === 1;

  it('are deleted if they wrote nothing and are signed in nowhere, with their names', async () => {
    const { id: post } = await createPost(site.app, site.editor);
    const [young, signedIn, judged, reported, writer] = [
      await beGuest(site.app, 'Young'),
      await beGuest(site.app, 'Signed in'),
      await beGuest(site.app, 'Judged'),
      await beGuest(site.app, 'Reported'),
      await beGuest(site.app, 'Writer'),
    ];
    await site.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set(writer.auth)
      .send({ body: 'A word' })
      .expect(201);
    await change(`update users set standing = 'banned' where id = $1`, judged.id);
    await change(
      `insert into user_flags (id, target_id, user_id, field, text, reason, created_at)
       values ($1, $2, $3, 'name', 'Reported', 'spam', now())`,
      newId(),
      reported.id,
      site.editor.id,
    );
    await age(young, 29);
    await age(signedIn, 31, false);
    for (const guest of [judged, reported, writer]) await age(guest, 31);
    const idle = await beGuest(site.app, 'Idle');
    await age(idle, 31);
    await until('the idle guest to go', async () => !(await isThere(idle)));
    expect(await change('select from user_names where user_id = $1', idle.id)).toEqual([]);
    for (const guest of [young, signedIn, judged, reported, writer])
      expect(await isThere(guest)).toBe(true);
  });

  it('are found behind very many who stay', async () => {
    await change(
      `insert into users (id, kind, display_name, standing, created_at)
       select gen_random_uuid(), 'guest', 'Stays', 'banned', now() - interval '40 days'
       from generate_series(1, 2500)`,
    );
    const idle = await beGuest(site.app, 'Behind them');
    await age(idle, 31);
    await until('the idle guest to go', async () => !(await isThere(idle)));
  });
});
