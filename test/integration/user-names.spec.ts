import { newId } from '../../src/database/ids.js';
import type { Role } from '../../src/users/viewer/viewer.js';
import { UserRoom } from '../support/user-room.js';

describe('users', () => {
  const room = new UserRoom();
  const { asMember, count, join } = room;
  beforeAll(() => room.open());
  afterAll(() => room.close());
  beforeEach(() => room.empty());

  describe('names', () => {
    it.each([
      ['in another case', 'Katrina', 'KATRINA'],
      ['with a Cyrillic letter', 'Katrina', 'K\u0430trina'],
      ['all in Cyrillic', 'cocoa', '\u0441\u043e\u0441\u043e\u0430'],
      ['with rn for m', 'marina', 'rnarina'],
      ['with l for I', 'Ivan', 'lvan'],
      ['in full width', 'Katrina', '\uff2b\uff41\uff54\uff52\uff49\uff4e\uff41'],
      ['in small capitals', 'Katrina', 'ᴋᴀᴛʀɪɴᴀ'],
    ])('that look like a user name are that account alone: %s', async (_, first, second) => {
      await join(first);
      await expect(join('another', { displayName: second })).rejects.toMatchObject({
        slug: 'name-taken',
        errors: [{ pointer: '/displayName' }],
      });
      expect(await count('users')).toBe(1);
    });

    it('that look like the display name of staff are theirs alone', async () => {
      await join('zane', { displayName: 'J\u0101nis', role: 'moderator' });
      for (const displayName of ['Ja\u0304nis', 'J\u0101nis', 'J\u0410\u0304NIS'])
        await expect(join('another', { displayName })).rejects.toMatchObject({
          slug: 'name-taken',
          errors: [{ pointer: '/displayName' }],
        });
      await expect(join('j.anis', { displayName: 'Anis' })).resolves.toMatchObject({});
    });

    it('that are shown may be the same for members', async () => {
      await join('one', { displayName: 'Marta Liepiņa' });
      await join('two', { displayName: 'Marta Liepiņa' });
      expect(await count('users')).toBe(2);
    });

    it('of who becomes staff are theirs alone from then on, and no longer when they leave', async () => {
      const marta = await join('one', { displayName: 'Marta' });
      await join('two', { displayName: 'Marta' });
      const give = (role: Role) =>
        room.db.transaction((tx) => room.repository.setRole(tx, marta.id, role));
      await give('moderator');
      await expect(join('three', { displayName: 'MARTA' })).rejects.toMatchObject({
        slug: 'name-taken',
      });
      await give('member');
      await join('three', { displayName: 'MARTA' });
      expect(await count('users')).toBe(3);
    });

    it('of accounts are taken as display names, too, and a display name takes no user name', async () => {
      await join('katrina', { displayName: 'Анна К.' });
      await expect(join('another', { displayName: 'Katrina' })).rejects.toMatchObject({
        errors: [{ pointer: '/displayName' }],
      });
      await join('ivan', { displayName: 'Olga' });
      await join('olga');
      expect(await count('users')).toBe(3);
    });

    it('may be the same for the same account', async () => {
      await expect(join('katrina', { displayName: 'Katrina' })).resolves.toMatchObject({
        displayName: 'Katrina',
      });
    });

    it('of two people who only resemble each other are two', async () => {
      await join('anna', { displayName: 'Анна Каренина' });
      await join('anna2', { displayName: 'Анна Каренена' });
      await join('anna_', { displayName: 'Anna Karenina' });
      expect(await count('users')).toBe(3);
    });

    it.each(['admin', 'Adm1n', 'a.d.m.i.n', 'ADMIN'])('of staff are refused: %s', async (name) => {
      await expect(join(name)).rejects.toMatchObject({
        kind: 'invalid',
        errors: [{ pointer: '/username' }],
      });
    });

    it.each(['Модератор', '\u0430dmin', 'Ad min', 'М\u043ederator', '★ Admin ★'])(
      'to show that speak for the site are refused: %s',
      async (displayName) => {
        await expect(join('somebody', { displayName })).rejects.toMatchObject({
          kind: 'invalid',
          errors: [{ pointer: '/displayName' }],
        });
      },
    );

    it('of staff that a change gives up are free again, and the user name stays taken', async () => {
      const anna = await join('anna', { displayName: 'Каренина', role: 'moderator' });
      await room.users.changeMe(asMember(anna), { displayName: 'Облонская' });
      await join('other', { displayName: 'Каренина' });
      await expect(join('another', { displayName: 'Anna' })).rejects.toMatchObject({
        slug: 'name-taken',
      });
      await expect(join('another', { displayName: 'облонская' })).rejects.toMatchObject({
        slug: 'name-taken',
      });
    });

    it('that somebody else has cannot be changed to, and nothing changes', async () => {
      const anna = await join('anna', { displayName: 'Каренина' });
      await join('kitty', { displayName: 'Щербацкая', role: 'moderator' });
      const change = { displayName: 'щербацкая', bio: 'new' };
      await expect(room.users.changeMe(asMember(anna), change)).rejects.toMatchObject({
        slug: 'name-taken',
      });
      await expect(room.users.getById(anna.id)).resolves.toMatchObject({
        displayName: 'Каренина',
        bio: '',
      });
    });

    it('asked for by many at once go to one', async () => {
      const names = ['Katrina', 'KATRINA', 'katrina', 'K\u0430trina', 'Katr1na'];
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) =>
          i % 2
            ? join('katrina')
            : join(`user${i}`, { displayName: names[(i / 2) % 4], role: 'moderator' }),
        ),
      );
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      for (const { reason } of refused) expect(reason).toMatchObject({ slug: 'name-taken' });
      expect(refused).toHaveLength(19);
      expect(await count('users')).toBe(1);
    });

    it('changed to each other at once end as two different names', async () => {
      const [a, b] = [
        await join('aaaa', { displayName: 'Eins', role: 'moderator' }),
        await join('bbbb', { displayName: 'Zwei', role: 'moderator' }),
      ];
      await Promise.allSettled([
        room.users.changeMe(asMember(a), { displayName: 'Zwei' }),
        room.users.changeMe(asMember(b), { displayName: 'Eins' }),
      ]);
      const shown = [await room.users.getById(a.id), await room.users.getById(b.id)];
      expect(new Set(shown.map((user) => user.displayName)).size).toBe(2);
      for (const { id, displayName } of shown) {
        const taken = await join(`c${id.slice(-8)}`, { displayName }).catch(
          (error: unknown) => error,
        );
        expect(taken).toMatchObject({ slug: 'name-taken' });
      }
    });

    it('raise the pages that show them', async () => {
      const anna = await join('anna');
      const [postId, commentId] = [newId(), newId()];
      await room.database.query(
        `insert into posts (id, slug, title) values ($1, 'review', 'Review')`,
        [postId],
      );
      await room.database.query('insert into post_heads (post_id) values ($1)', [postId]);
      await room.database.query(
        `insert into comments (id, post_id, root_id, depth, author_id, status, listed, post_revision,
                               renderer, created_at, body, html)
         values ($1, $2, $1, 0, $3, 'published', true, 1, 1, now(), 'text', '<p>text</p>')`,
        [commentId, postId, anna.id],
      );
      await room.users.changeMe(asMember(anna), { displayName: 'Анна' });
      expect(
        await room.database.query(
          'select page_version, seq::int from post_heads where post_id = $1',
          [postId],
        ),
      ).toEqual([{ page_version: 1, seq: 0 }]);
      await room.database.query('truncate posts cascade');
    });
  });

  describe('an e-mail address', () => {
    it('belongs to one account, in whatever case and normal form', async () => {
      await join('anna', { email: 'J\u0101nis@example.org' });
      await expect(join('kitty', { email: 'JA\u0304NIS@EXAMPLE.ORG' })).rejects.toMatchObject({
        slug: 'email-taken',
        errors: [{ pointer: '/email' }],
      });
    });

    it('registered by many at once makes one account', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 12 }, (_, i) => join(`user${i}`, { email: 'anna@example.org' })),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await count('users')).toBe(1);
      // The losers leave no row behind.
      await join('user99', { displayName: 'user98' });
    });
  });
});
