import { AppConfig } from '../../src/config/app-config.js';
import type { ImportedComment, ImportedPage } from '../../src/transfer/formats/import-records.js';
import { digest } from '../../src/transfer/formats/imported-comment.js';
import { PassingAddress } from '../../src/transfer/formats/passing-address.js';
import { ImportWriter } from '../../src/transfer/import/import-writer.js';
import { inFull, oneOf } from '../support/full-form.js';
import { mailTo, SUBJECTS, tokenIn } from '../support/mails.js';
import { type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';

const PAGE: ImportedPage = {
  foreignId: 'page',
  key: 'film',
  url: null,
  title: 'A film',
  closed: false,
  createdAt: new Date('2020-01-01T00:00:00Z'),
};

describe('comments that were imported', () => {
  const site = useSite({ env: { RATE_LIMITS: 'off' }, forEach: true });

  const comment = (nth: number, name: string, email?: string): ImportedComment => ({
    foreignId: String(nth),
    pageForeignId: PAGE.foreignId,
    parentForeignId: nth === 2 ? '1' : null,
    state: 'published',
    author: {
      foreignKey: `guest:${digest(name, email ?? '')}`,
      name,
      ...(email && { address: new PassingAddress(email) }),
    },
    body: `Comment ${nth}`,
    line: nth,
    createdAt: new Date(PAGE.createdAt.getTime() + nth * 1_000),
  });
  const write = (...comments: ImportedComment[]) =>
    site.app.app.get(ImportWriter, { strict: false }).writePage('wordpress', PAGE, comments);
  const takeOver = (by: Person) => site.app.request.post('/api/v1/users/me/imported').set(by.auth);
  const waiting = async (by: Person) =>
    (await site.app.request.get('/api/v1/users/me/imported').set(by.auth).expect(200)).body
      .comments;
  const confirm = async ({ username }: Person) => {
    const token = tokenIn(await mailTo(site.app, `${username}@example.org`, SUBJECTS.confirm));
    await site.app.request.post('/api/v1/auth/verify-email').send({ token }).expect(200);
  };
  const authors = async () => {
    const rows = await site.database.query<{ author_id: string }>(
      'select author_id from comments order by created_at',
    );
    return rows.map((row) => row.author_id);
  };

  it('go to who proves the address, under all of its names, and to nobody before', async () => {
    const anna = await register(site.app, 'anna-of-old');
    const address = 'Anna-of-Old@EXAMPLE.org';
    await write(
      comment(1, 'Anna', address),
      comment(2, 'Anna K.', 'anna-of-old@example.org'),
      comment(3, 'Anna', 'another@example.org'),
      comment(4, 'Anna'),
    );
    const before = await authors();
    expect(await waiting(anna)).toBe(0);
    const refused = await takeOver(anna).expect(403);
    expect(refused.body.type).toBe('/problems/email-unconfirmed');
    expect(await authors()).toEqual(before);
    await confirm(anna);
    expect(await waiting(anna)).toBe(2);
    expect(await authors()).toEqual(before);
    expect((await takeOver(anna).expect(200)).body).toEqual({ comments: 2 });
    expect(await waiting(anna)).toBe(0);
    expect(await authors()).toEqual([anna.id, anna.id, before[2], before[3]]);
    const [{ id }] = await site.database.query<{ id: string }>('select id from posts');
    const { body: page } = await site.app.request.get(`/api/v1/posts/${id}/comments`).expect(200);
    const shown = page.items.find(({ body }: { body: string }) => body === 'Comment 1');
    expect(shown.author).toMatchObject({ id: anna.id, kind: 'member' });
    expect((await takeOver(anna).expect(200)).body).toEqual({ comments: 0 });
    await write(comment(5, 'Anna', address));
    expect(await waiting(anna)).toBe(1);
    expect((await takeOver(anna).expect(200)).body).toEqual({ comments: 1 });
  });

  it('are no other account’s, when the address changes hands', async () => {
    const [first, next] = [
      await register(site.app, 'first-holder'),
      await register(site.app, 'next-holder'),
    ];
    await write(comment(1, 'Old', 'first-holder@example.org'));
    await confirm(first);
    await confirm(next);
    await takeOver(first).expect(200);
    await site.database.query('update users set email_key = null where id = $1', [first.id]);
    await site.database.query(
      `update users set email_key = 'first-holder@example.org' where id = $1`,
      [next.id],
    );
    await write(comment(2, 'Old', 'first-holder@example.org'));
    expect(await waiting(next)).toBe(0);
    expect((await takeOver(next).expect(200)).body).toEqual({ comments: 0 });
    expect((await authors())[0]).toBe(first.id);
  });

  it.each(oneOf(['in one piece', 'in a later one', 'in another import']))(
    'are known by an address that not each of them has: the others %s',
    async (when) => {
      const anna = await register(site.app, 'at-times');
      await confirm(anna);
      const [bare, addressed] = [comment(1, 'Anna'), comment(3, 'Anna', 'at-times@example.org')];
      const author = { foreignKey: 'user:anna', name: 'Anna' };
      bare.author = author;
      addressed.author = { ...addressed.author, ...author };
      if (when === 'in one piece') await write(bare, addressed);
      else {
        await write(bare);
        expect(await waiting(anna)).toBe(0);
        const again = when === 'in another import' ? await site.start() : site.app;
        await again.app
          .get(ImportWriter, { strict: false })
          .writePage('wordpress', PAGE, [addressed]);
      }
      expect(await waiting(anna)).toBe(2);
    },
  );

  inFull(
    'are known by the addresses that the same import has when it is done once more',
    async () => {
      const anna = await register(site.app, 'once-more');
      await confirm(anna);
      const one = comment(1, 'Anna', 'once-more@example.org');
      await write(one);
      await site.database.query('delete from imported_addresses');
      expect(await waiting(anna)).toBe(0);
      await (
        await site.start()
      ).app
        .get(ImportWriter, { strict: false })
        .writePage('wordpress', PAGE, [one]);
      expect(await waiting(anna)).toBe(1);
      await takeOver(anna).expect(200);
      await site.database.query('delete from imported_addresses');
      await (
        await site.start()
      ).app
        .get(ImportWriter, { strict: false })
        .writePage('wordpress', PAGE, [one]);
      expect(await site.database.query('select author_id from imported_addresses')).toEqual([]);
    },
  );

  it('come once, of many that ask at the same moment', async () => {
    const anna = await register(site.app, 'asks-often');
    await write(
      comment(1, 'Anna', 'asks-often@example.org'),
      comment(2, 'Anna', 'asks-often@example.org'),
    );
    await confirm(anna);
    const answers = await Promise.all(Array.from({ length: 6 }, () => takeOver(anna)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    const counts = answers.map(({ body }) => body.comments as number);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
  });

  inFull('are known by a keyed hash alone, which a former secret serves for', async () => {
    const anna = await register(site.app, 'known-by-hash');
    await write(comment(1, 'Anna', 'known-by-hash@example.org'));
    const [row] = await site.database.query<{ hash: Buffer }>(
      'select hash from imported_addresses',
    );
    expect(row.hash).toHaveLength(16);
    const kept = await site.database.query<{ row: string }>(
      `select to_jsonb(users)::text as row from users where kind = 'imported'`,
    );
    expect(kept.map((one) => one.row).join()).not.toContain('known-by-hash');
    await confirm(anna);
    const { authSecret } = site.app.app.get(AppConfig);
    const rotated = await site.start({
      AUTH_SECRET: 'Zq4Rz7YbN1cWf8PsJ5hGd3AeUkV2mT9x',
      AUTH_SECRET_PREVIOUS: authSecret,
    });
    const answer = await rotated.request
      .post('/api/v1/users/me/imported')
      .set(anna.auth)
      .expect(200);
    expect(answer.body).toEqual({ comments: 1 });
  });
});
