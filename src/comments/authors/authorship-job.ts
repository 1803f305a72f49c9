import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import { Rounds } from '../../nodes/background-rounds.js';
import { piecewise } from '../../nodes/piecewise-work.js';
import { AuthorshipRepository } from './authorship.repository.js';
import { Authorship } from './authorship.js';

const EVERY_MS = 1_000;

/**
 * Transfers the remaining comments of authors with many comments, piece by piece, so that others
 * can write in between.
 */
@Injectable()
export class AuthorshipJob implements OnApplicationBootstrap {
  constructor(
    private readonly repository: AuthorshipRepository,
    private readonly authorship: Authorship,
    private readonly acts: Acts,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    const work = piecewise({
      name: 'authorships',
      everyMs: EVERY_MS,
      list: () => this.repository.listMoving(),
      nameOf: ({ authorId }) => authorId,
      carry: (moving) => this.acts.run((act) => this.authorship.carryOn(act, moving)),
    });
    this.rounds.begin(work);
  }
}
