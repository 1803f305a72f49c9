import { Injectable } from '@nestjs/common';
import type {
  ImportedComment,
  ImportFile,
  ImportFormat,
  SkipReason,
} from '../formats/import-records.js';
import { ImportWriter } from './import-writer.js';

/** Every row of the file is counted once: `rows` = `imported` + the sum of `skipped`. */
export interface ImportReport {
  rows: number;
  /** Posts that were made; pages that were there already are not counted. */
  posts: number;
  imported: number;
  skipped: Partial<Record<SkipReason, number>>;
  reattached: number;
  cyclesBroken: number;
}

/** Writing a file that was read. */
@Injectable()
export class ImportsService {
  constructor(private readonly writer: ImportWriter) {}

  /** Page by page, in pieces: an import that is cut off goes on when it is run again. */
  async write(
    source: ImportFormat,
    file: ImportFile,
    onProgress: (done: number, total: number) => void,
  ): Promise<ImportReport> {
    const { rows, reattached, cyclesBroken } = file;
    const report: ImportReport = {
      rows,
      posts: 0,
      imported: 0,
      skipped: { ...file.skipped },
      reattached,
      cyclesBroken,
    };
    let done = 0;
    for (const page of file.pages) {
      // They stand page by page, in the order of the pages.
      const comments = takePage(file.comments, done, page.foreignId);
      const outcome = await this.writer.writePage(source, page, comments);
      report.posts += Number(outcome.made);
      report.imported += outcome.imported;
      if (outcome.alreadyThere > 0) {
        report.skipped.already_there = (report.skipped.already_there ?? 0) + outcome.alreadyThere;
      }
      done += comments.length;
      onProgress(done, file.comments.length);
    }
    return report;
  }
}

function takePage(
  comments: readonly ImportedComment[],
  from: number,
  pageForeignId: string,
): readonly ImportedComment[] {
  let to = from;
  while (to < comments.length && comments[to].pageForeignId === pageForeignId) to += 1;
  return comments.slice(from, to);
}
