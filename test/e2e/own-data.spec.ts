import { PARTS } from '../../src/privacy/parts.js';
import { newCanary, plant } from '../support/erasures/planting.js';
import { filesOf } from '../support/own-files.js';
import { type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

describe('what somebody takes with them', () => {
  const site = useSite({ people: { editor: 'admin', other: 'member' } });

  const take = (person: Pick<Person, 'auth'>) => filesOf(site.app, person);

  it('is every kind of thing that the parts tell of, each as JSON', async () => {
    const person = await register(site.app);
    const files = await take(person);
    const told = Object.entries(PARTS).flatMap(([room, part]) =>
      Object.entries(part)
        .filter(([, table]) => typeof table.told !== 'string')
        .map(([table]) => `${room}/${table}.json`),
    );
    expect([...files.keys()]).toEqual(['README.txt', 'README.json', ...told]);
    expect(JSON.parse(files.get('users/users.json')!)).toMatchObject([
      { id: person.id, username: person.username, email: `${person.username}@example.org` },
    ]);
    expect(JSON.parse(files.get('comments/comments.json')!)).toEqual([]);
    expect(Object.keys(JSON.parse(files.get('README.json')!))).toContain('decisions');
  });

  it('is all of it, however much there is', async () => {
    const person = await register(site.app);
    const { id: post } = await createPost(site.app, site.editor);
    await say(site.app, person, post, 'The first of many');
    await site.database.query(
      `insert into comments (id, post_id, root_id, depth, author_id, status, listed, post_revision, renderer, created_at, body, html)
       select id, $2, id, 0, $1, 'deleted', false, 1, 1, now(), 'Comment ' || n, ''
       from (select gen_random_uuid() as id, n from generate_series(1, 1200) n) made`,
      [person.id, post],
    );
    const comments = JSON.parse((await take(person)).get('comments/comments.json')!);
    expect(new Set(comments.map(({ id }: { id: string }) => id)).size).toBe(1_201);
  });

  it('has no secrets, and nothing that others have written', async () => {
    const [person, canary] = [await register(site.app), newCanary()];
    const { id: post } = await createPost(site.app, site.editor);
    const own = await say(site.app, person, post, 'What I say myself');
    await say(site.app, site.other, post, 'What another one says', own.id);
    const planting = { canary, commentId: own.id, otherId: site.other.id };
    await plant(site.database, site.other, { ...planting, otherId: person.id });
    const texts = [...(await take(person)).values()].join('\n');
    expect(texts).toContain('What I say myself');
    expect(texts).not.toContain('What another one says');
    expect(texts).not.toContain('password_hash');
    // The canary occurs in a revision of the comment and in a report of theirs: both are their own.
    expect(texts.split(canary).length - 1).toBe(2);
  });

  it('is the holder’s alone', async () => {
    await site.app.request.get('/api/v1/users/me/export').expect(401);
  });
});
