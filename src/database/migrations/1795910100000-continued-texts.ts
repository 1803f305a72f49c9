import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classify } from '../personal-data.js';

/**
 * How much of a revision's text is the whole of the revision before: a page that tells readers what was
 * added when needs no former text.
 */
export class ContinuedTexts1795910100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table post_revisions add column continues integer');
    await runner.query(
      `update post_revisions r set continues = octet_length(former.html) from post_revisions former
       where former.post_id = r.post_id and former.revision = r.revision - 1
         and former.html <> '' and starts_with(r.html, former.html)`,
    );
    for (const comment of classify('post_revisions', ['continues'], {}))
      await runner.query(comment);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table post_revisions drop column continues');
  }
}
