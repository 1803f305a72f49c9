import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';
import { spellingsOf } from '../../text/plain/page-url.js';

/** A normalised address without scheme and `www.`. */
const spelled = (column: string) => `regexp_replace(${column}, '^https?://(www[.])?', '')`;

const TABLES = [
  `create index post_urls_spelling_idx on post_urls (${spelled('normalised')})`,
  /* What the addresses of two posts have in common but for their spelling; null where no other post had it. */
  `alter table post_urls
    add column alike text`,
  'create index post_urls_alike_idx on post_urls (alike) where (alike is not null)',
  /* Whose ids an export holds. */
  'create index comments_imported_idx on comments (source, foreign_id) where (source is not null)',
];

const ALIKE = `update post_urls u set alike = ${spelled('normalised')}
  where exists (select from post_urls o
    where ${spelled('o.normalised')} = ${spelled('u.normalised')} and o.post_id <> u.post_id)`;

/**
 * Import identifies its comments by their ids and source. Addresses that differ only in their
 * spelling name one page. `replytocom` is removed like a tracking parameter.
 */
export class PageSpellings1796400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES.flatMap(classified)) await runner.query(statement);
    await this.dropReplyToCom(runner);
    await runner.query(ALIKE);
    await this.markUnicodeForms(runner);
  }

  /** The parameter stays removed: the address without it names the same page. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index comments_imported_idx, post_urls_spelling_idx');
    await runner.query('alter table post_urls drop column alike');
  }

  /** If the page has a post already, both are marked, so that staff can merge them. */
  private async dropReplyToCom(runner: QueryRunner): Promise<void> {
    const rows = await find(runner, '[?&]replytocom=');
    for (const normalised of rows) {
      const kept = normalised.replace(/[?&]replytocom=[^&]*/gi, '').replace(/^([^?&]*)&/, '$1?');
      await runner.query(
        `update post_urls set normalised = $2
         where normalised = $1 and not exists (select from post_urls where normalised = $2)`,
        [normalised, kept],
      );
      await runner.query(
        `update post_urls set alike = $3 where normalised in ($1, $2)
           and exists (select from post_urls where normalised = $1)`,
        [normalised, kept, spellingsOf(kept)[0]],
      );
    }
  }

  private async markUnicodeForms(runner: QueryRunner): Promise<void> {
    for (const normalised of await find(runner, '%[89A-F]')) {
      const spellings = spellingsOf(normalised);
      // Of two forms at least one is not in NFC.
      if (normalised.endsWith(spellings[0])) continue;
      await runner.query(
        `with same as (select normalised, post_id from post_urls where ${spelled('normalised')} = any($1))
         update post_urls u set alike = $2 from same
         where same.normalised = u.normalised and (select count(distinct post_id) from same) > 1`,
        [spellings, spellings[0]],
      );
    }
  }
}

async function find(runner: QueryRunner, pattern: string): Promise<string[]> {
  const rows = (await runner.query(
    'select normalised from post_urls where normalised ~* $1 order by normalised',
    [pattern],
  )) as { normalised: string }[];
  return rows.map(({ normalised }) => normalised);
}
