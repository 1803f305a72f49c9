import { Injectable } from '@nestjs/common';
import { MAX, NIL } from '../../database/ids.js';
import { decodeCursor, decodeRankedCursor, decodeTimedCursor } from '../../database/keyset.js';
import { InvalidInput } from '../../problems/general.errors.js';
import { orderOf } from './queue-places.js';
import type { QueueQuery, QueueSort, QueueView } from './queue.dto.js';
import type { QueueKind } from '../terms/queue-kinds.js';
import { type QueuePlace, QueueRepository } from './queue.repository.js';

/** The queue of the moderators. */
@Injectable()
export class QueueService {
  constructor(private readonly queue: QueueRepository) {}

  /** @throws InvalidInput for `post` with the sort `score` or the kind `new` */
  async list({ kind, sort = 'age', limit = 20, cursor, post }: QueueQuery): Promise<QueueView> {
    if (post !== undefined && (kind === 'new' || sort === 'score'))
      throw InvalidInput.at(
        '?post',
        'The queue of one discussion is sorted by age, and has no kind `new`.',
      );
    const after = cursor === undefined ? beginning(kind, sort) : placeOf(kind, sort, cursor);
    const [page, counts] = await Promise.all([
      this.queue.list(kind, sort, limit, after, post),
      this.queue.count(),
    ]);
    return { ...page, counts };
  }
}

function beginning(kind: QueueKind | undefined, sort: QueueSort): QueuePlace {
  if (kind === 'new') return [sort === 'age' ? NIL : MAX];
  return sort === 'age' ? ['0', NIL] : ['Infinity', MAX];
}

function placeOf(kind: QueueKind | undefined, sort: QueueSort, cursor: string): QueuePlace {
  const order = orderOf(kind, sort);
  if (kind === 'new') return [decodeCursor(order, cursor)];
  if (sort === 'score') {
    const { rank, id } = decodeRankedCursor(order, cursor);
    return [rank, id];
  }
  const { micros, id } = decodeTimedCursor(order, cursor);
  return [micros, id];
}
