import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '../../database/database.js';
import type { EventDraft } from '../../events/event-kinds.js';
import { type FieldFault } from '../../problems/domain-error.js';
import { InvalidInput } from '../../problems/general.errors.js';
import { MAX_QUOTE_LENGTH, type QuoteDto } from '../shape/quotes.dto.js';
import { QuotesRepository, type QuoteSource } from './quotes.repository.js';

/**
 * If more comments quote a changed one, readers load the thread again instead of getting an event.
 */
const MAX_ECHOES = 50;

/** Quotes of other comments, by reference. */
@Injectable()
export class QuotesService {
  constructor(private readonly repository: QuotesRepository) {}

  /**
   * The quotes in their stored form. Only public texts can be quoted: the current one, or one
   * before a marked edit.
   * @throws InvalidInput with a pointer to each quote that has no such source
   */
  async check(
    postId: string,
    input?: readonly QuoteDto[],
    from?: Queryable,
  ): Promise<QuoteDto[] | null> {
    if (!input || input.length === 0) return null;
    const quotes = input.map((one) => ({ ...one, commentId: one.commentId.toLowerCase() }));
    refuse(quotes.flatMap(faultsWithin));
    const sources = await this.repository.findSources(postId, quotes, from);
    refuse(quotes.flatMap((quote, at) => faultsOf(quote, sources[at], `/quotes/${at}`)));
    return quotes;
  }

  /**
   * The event that reports which quotes have changed with their source. It contains only ids:
   * otherwise a change of one comment would send every comment that quotes it to all readers.
   */
  async echo(tx: Tx, sourceId: string): Promise<EventDraft[]> {
    const commentIds = await this.repository.listQuoting(tx, sourceId, MAX_ECHOES + 1);
    if (commentIds.length === 0) return [];
    if (commentIds.length > MAX_ECHOES) return [{ type: 'thread.replaced' }];
    return [{ type: 'quotes.changed', facts: { commentIds } }];
  }
}

function refuse(faults: FieldFault[]): void {
  if (faults.length > 0) throw new InvalidInput(faults);
}

/**
 * The errors of a quote that do not depend on its source. They are checked first, because the SQL
 * statements require valid values.
 */
function faultsWithin({ start, end }: QuoteDto, at: number): FieldFault[] {
  const pointer = `/quotes/${at}/end`;
  if (start >= end) return [{ pointer, detail: 'The end must come after the start.' }];
  if (end - start > MAX_QUOTE_LENGTH)
    return [{ pointer, detail: 'A quote holds at most 1,000 code points.' }];
  return [];
}

function faultsOf({ version, end }: QuoteDto, source: QuoteSource, at: string): FieldFault[] {
  if (!source.found)
    return [
      { pointer: `${at}/commentId`, detail: 'No published comment of this post has this id.' },
    ];
  if (version > source.version! || source.length === null)
    return [{ pointer: `${at}/version`, detail: 'The text of this version cannot be read.' }];
  if (end > source.length) return [{ pointer: `${at}/end`, detail: 'The text is shorter.' }];
  return [];
}
