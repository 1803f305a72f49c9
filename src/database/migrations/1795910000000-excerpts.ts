import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classify } from '../personal-data.js';

/** Of rendered text, from which an excerpt is taken. */
const PREFIX = 1_500;
/** Characters of an excerpt. */
const LENGTH = 300;

/** The beginning of the rendered text, without a tag or entity that was cut. */
const beginning = `case when length(html) <= ${PREFIX} then html
  else regexp_replace(left(html, ${PREFIX}), '(<[^<>]*|&[^;&]{0,7})$', '') end`;
const words = `regexp_replace(${beginning}, '<[^>]*>', '', 'g')`;

/** What is replaced by what, in turn: an expression that folds white space takes twice as long. */
const REPLACED: readonly [string, string][] = [
  ['    ', ' '],
  ['  ', ' '],
  ['  ', ' '],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  // Last, lest `&amp;lt;` becomes an angle bracket.
  ['&amp;', '&'],
];
const plain = REPLACED.reduce(
  (text, [former, now]) => `replace(${text}, '${former}', '${now}')`,
  `translate(${words}, E'\\n\\t', '  ')`,
);

/**
 * What a comment says, as plain text on one line, made by the database itself whenever the rendered text
 * is written, by whatever way: lists and search engines need no rendering.
 */
export class Excerpts1795910000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table comments add column excerpt text not null
       generated always as (left(btrim(${plain}), ${LENGTH})) stored`,
    );
    for (const comment of classify('comments', ['excerpt'], { excerpt: 'content' }))
      await runner.query(comment);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table comments drop column excerpt');
  }
}
