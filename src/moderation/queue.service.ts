import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../database/keyset.js';
import { QUEUE_KINDS, type QueueQuery, type QueueView } from './queue.dto.js';
import { QueueRepository } from './queue.repository.js';

/** The letters that cursors begin with; an order that mixes the kinds is one of its own. */
const ORDERS = { reported: 'f', held: 'h', all: 'q' } as const;

/** What waits for moderators. */
@Injectable()
export class QueueService {
  constructor(private readonly queue: QueueRepository) {}

  async list({ kind, limit = 20, cursor }: QueueQuery): Promise<QueueView> {
    const order = ORDERS[kind ?? 'all'];
    const after = cursor === undefined ? null : decodeCursor(order, cursor);
    const rows = await this.queue.list(kind ? [kind] : QUEUE_KINDS, limit + 1, after);
    const more = rows.length > limit;
    if (more) rows.pop();
    return {
      items: rows.map(({ item }) => item),
      nextCursor: more ? encodeCursor(order, rows.at(-1)!.place) : null,
    };
  }
}
