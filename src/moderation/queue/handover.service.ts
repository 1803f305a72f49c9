import { Injectable } from '@nestjs/common';
import { firstIdAt } from '../../database/ids.js';
import { InvalidInput } from '../../problems/general.errors.js';
import type { HandoverQuery, HandoverView } from './handover.dto.js';
import { HandoverRepository } from './handover.repository.js';
import { NotesRepository } from './notes.repository.js';
import { QueueRepository } from './queue.repository.js';

const MAX_DAYS = 31;
const MAX_NOTES = 50;

/** The handover from one shift to the next. */
@Injectable()
export class HandoverService {
  constructor(
    private readonly handover: HandoverRepository,
    private readonly queue: QueueRepository,
    private readonly notes: NotesRepository,
  ) {}

  /** @throws InvalidInput for a time that is too long ago, or in the future */
  async read({ since }: HandoverQuery): Promise<HandoverView> {
    const from = new Date(since);
    const age = Date.now() - from.getTime();
    if (age < 0 || age > MAX_DAYS * 86_400_000) {
      throw InvalidInput.at('?since', `This must be a time of the last ${MAX_DAYS} days.`);
    }
    const sinceId = firstIdAt(from);
    const [counted, waiting, notes] = await Promise.all([
      this.handover.read(from, sinceId),
      this.queue.count(),
      this.notes.listSince(sinceId, MAX_NOTES),
    ]);
    return { since: from.toISOString(), ...counted, waiting, notes };
  }
}
