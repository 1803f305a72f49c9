import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '../database/database.js';
import type { EventDraft } from '../events/event.js';
import { type FieldFault } from '../problems/domain-error.js';
import { InvalidInput } from '../problems/general.errors.js';
import { MAX_QUOTE_LENGTH, type QuoteDto } from './quotes.dto.js';
import { QuotesRepository, type QuoteSource } from './quotes.repository.js';

/** Comments that quote one and are told of its change one by one; more, and the thread is read anew. */
const MAX_ECHOES = 100;

/** Quotes as they are stored, and as they are answered. */
export interface CheckedQuotes {
  quotes: QuoteDto[] | null;
  quoted: string | null;
}

const NONE: CheckedQuotes = { quotes: null, quoted: null };

/** Pieces of other comments, by reference. */
@Injectable()
export class QuotesService {
  constructor(private readonly repository: QuotesRepository) {}

  /**
   * What may be quoted is what everyone sees: the present text, or one before a marked edit.
   * @throws InvalidInput with a pointer to each quote that has no such source
   */
  async check(
    postId: string,
    input?: readonly QuoteDto[],
    from?: Queryable,
  ): Promise<CheckedQuotes> {
    if (!input || input.length === 0) return NONE;
    const quotes = input.map(({ commentId, version, start, end }) => ({
      commentId: commentId.toLowerCase(),
      version,
      start,
      end,
    }));
    const { sources, shown } = await this.repository.findSources(postId, quotes, from);
    const faults = quotes.flatMap((quote, at) => faultsOf(quote, sources[at], `/quotes/${at}`));
    if (faults.length > 0) throw new InvalidInput(faults);
    return { quotes, quoted: shown };
  }

  /** The events by which readers see that what is quoted has changed with its source. */
  async echo(tx: Tx, sourceId: string): Promise<EventDraft[]> {
    const quoting = await this.repository.listQuoting(tx, sourceId, MAX_ECHOES + 1);
    if (quoting.length > MAX_ECHOES) return [{ type: 'thread.replaced' }];
    return quoting.map(({ id, ...facts }) => ({ type: 'comment.updated', commentId: id, facts }));
  }
}

function faultsOf(
  { version, start, end }: QuoteDto,
  source: QuoteSource,
  at: string,
): FieldFault[] {
  if (!source.found)
    return [
      { pointer: `${at}/commentId`, detail: 'No published comment of this post has this id.' },
    ];
  if (version > source.version! || source.length === null)
    return [{ pointer: `${at}/version`, detail: 'The text of this version cannot be read.' }];
  if (start >= end) return [{ pointer: `${at}/end`, detail: 'The end must lie behind the start.' }];
  if (end - start > MAX_QUOTE_LENGTH)
    return [{ pointer: `${at}/end`, detail: 'A quote holds at most 1,000 code points.' }];
  if (end > source.length) return [{ pointer: `${at}/end`, detail: 'The text ends before.' }];
  return [];
}
