import type { ImportedComment, ImportedPage } from '../../src/transfer/formats/import-records.js';
import { ImportWriter } from '../../src/transfer/import/import-writer.js';
import { findDrift } from '../support/counters.js';
import { inFull } from '../support/full-form.js';
import { useSite } from '../support/site.js';

/** More than two pieces. */
const COMMENTS = 1_200;
const PAGE: ImportedPage = {
  foreignId: 'page',
  key: 'film',
  url: null,
  title: 'A film',
  closed: false,
  createdAt: new Date('2020-01-01T00:00:00Z'),
};

/** Replies to much earlier comments, some of which appear only as parents. */
const comments = Array.from({ length: COMMENTS }, (_, n): ImportedComment => {
  const at = new Date(PAGE.createdAt.getTime() + n * 1_000);
  return {
    foreignId: String(n),
    pageForeignId: PAGE.foreignId,
    parentForeignId: n < 3 ? null : String(Math.floor(n / 3)),
    state: n % 7 === 0 ? 'deleted' : n % 11 === 0 ? 'spam' : 'published',
    author: { foreignKey: `author ${n % 50}`, name: `Author ${n % 50}` },
    body: `Comment ${n}`,
    line: n,
    createdAt: at,
  };
});

describe('a page that is imported in pieces', () => {
  const site = useSite({ forEach: true });
  let writer: ImportWriter;
  beforeEach(async () => {
    writer = site.app.app.get(ImportWriter, { strict: false });
  });

  const write = (some = comments) => writer.writePage('disqus', PAGE, some);

  it('counts replies over the pieces, and again changes nothing', async () => {
    expect(await write()).toEqual({ made: true, imported: COMMENTS, skipped: {} });
    expect(await findDrift(site.database)).toEqual([]);
    expect(await write()).toEqual({
      made: false,
      imported: 0,
      skipped: { already_there: COMMENTS },
    });
    expect(await site.database.query('select seq::integer from post_heads')).toEqual([{ seq: 3 }]);
  });

  it('goes on where it was cut off', async () => {
    await write(comments.slice(0, 700));
    expect(await write()).toEqual({ made: false, imported: 500, skipped: { already_there: 700 } });
    expect(await findDrift(site.database)).toEqual([]);
  });

  inFull(
    'leaves out a page whose discussion was deleted, and adds to the post that it went into',
    async () => {
      await write(comments.slice(0, 700));
      const [{ id }] = await site.database.query<{ id: string }>('select id from posts');
      await site.database.query('update posts set gone_at = now(), key = null');
      expect(await write()).toEqual({
        made: false,
        imported: 0,
        skipped: { deleted_post: COMMENTS },
      });
      await site.database.query(
        `with other as (
         insert into posts (id, slug, title) values (gen_random_uuid(), 'other', 'Other') returning id
       ), head as (
         insert into post_heads (post_id) select id from other
       )
       update posts set merged_into = other.id from other where posts.id = $1`,
        [id],
      );
      await site.database.query(
        `update comments set post_id = (select id from posts where slug = 'other')`,
      );
      expect(await write()).toEqual({
        made: false,
        imported: 500,
        skipped: { already_there: 700 },
      });
    },
  );

  inFull('keeps no author of a piece that had to be run again', async () => {
    // A sequence is not rolled back with the transaction, so the failure occurs only once.
    await site.database.query('create sequence tries');
    await site.database.query(`
      create function fail_once() returns trigger language plpgsql as $$
      begin
        if nextval('tries') = 1 then raise exception 'again' using errcode = '40P01'; end if;
        return null;
      end $$`);
    await site.database.query(
      'create trigger fail_once after insert on comments for each statement execute function fail_once()',
    );
    expect(await write()).toMatchObject({ imported: COMMENTS });
    expect(
      await site.database.query('select last_value::integer > 1 as failed from tries'),
    ).toEqual([{ failed: true }]);
  });
});
