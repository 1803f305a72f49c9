import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Retention } from '../../events/retention-job.js';
import { FIRST_GUEST, IdleGuestsRepository } from './idle-guests.repository.js';

/** A guest who never wrote a comment is deleted after a time, which frees the name. */
@Injectable()
export class GuestRetention implements OnModuleInit {
  private from = FIRST_GUEST;

  constructor(
    private readonly guests: IdleGuestsRepository,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.retention.also({
      what: 'guests who wrote nothing',
      piece: async (seconds) => {
        const last = await this.guests.dropIdle(this.from, seconds);
        this.from = last ?? FIRST_GUEST;
        // One piece in each round, because guests with comments are checked again every time.
        return false;
      },
    });
  }
}
