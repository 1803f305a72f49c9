import { Injectable } from '@nestjs/common';
import type { ImportedComment, ImportFile, ImportFormat } from '../formats/import-records.js';
import { digest } from '../formats/imported-comment.js';
import { pageAddress } from '../../posts/shape/page-address.sql.js';
import type { ImportSource } from './import-source.js';
import { type ComparedComment, ImportsRepository } from './imports.repository.js';

/** Enough comments to recognise a source. */
const SAMPLE = 1_000;

/**
 * Finds the source of an export. The operator can name it. Otherwise it is a source with the same
 * comments as the file: the same ids and times, and the same texts or addresses. Otherwise the file
 * names its site. Comments whose source has no name were imported before sources had names.
 */
@Injectable()
export class ImportSources {
  constructor(private readonly imports: ImportsRepository) {}

  async find(
    format: ImportFormat,
    { origin, pages, comments }: Pick<ImportFile, 'origin' | 'pages' | 'comments'>,
    given: string | null,
  ): Promise<ImportSource> {
    const told = [format, given ?? origin ?? ''].join(' ').trimEnd();
    const urls = new Map(pages.map(({ foreignId, url }) => [foreignId, url]));
    const found = await this.imports.compare(
      format,
      sampleOf(comments, ({ pageForeignId }) => urls.get(pageForeignId)!),
    );
    const agreeing = found.filter(({ agree }) => agree > 0).map(({ source }) => source);
    if (given !== null) {
      const isOld = agreeing.includes(format) && !agreeing.includes(told);
      return { name: isOld ? format : told, ofNewAuthors: told, isNamed: !isOld };
    }
    // Another site with the same name has other comments under these ids.
    const differs = found.some(({ source, differ }) => source === told && differ > 0);
    const own = differs ? `${told} ${digest(comments[0].foreignId, comments[0].body)}` : told;
    const name = agreeing[0] ?? own;
    return { name, ofNewAuthors: name === format ? own : name, isNamed: false };
  }
}

/** A sample of the comments, from the first to the last, with the URLs of their pages. */
export function sampleOf(
  comments: readonly ImportedComment[],
  urlOf: (comment: ImportedComment) => string | null,
): ComparedComment[] {
  const step = Math.ceil(comments.length / SAMPLE);
  return comments
    .filter((_, at) => at % step === 0)
    .map((comment) => ({ ...comment, page: pageAddress(urlOf(comment)).spellings[0] ?? null }));
}
