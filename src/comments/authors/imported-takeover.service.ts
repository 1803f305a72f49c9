import { Injectable } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import type { Asker } from '../../users/viewer/asker.js';
import { type Answer, done } from '../../input/answer.js';
import { Authority } from '../../users/accounts/authority.js';
import { EmailUnconfirmed } from '../../users/viewer/users.errors.js';
import type { Member } from '../../users/viewer/viewer.js';
import type { ImportedBeforeView, TakenOverView } from './authors.dto.js';
import { Authorship } from './authorship.js';
import { ImportedAddresses } from './imported-addresses.js';

/** Lets an account claim imported comments by the address under which they were written. */
@Injectable()
export class ImportedTakeoverService {
  constructor(
    private readonly addresses: ImportedAddresses,
    private readonly authority: Authority,
    private readonly authorship: Authorship,
    private readonly acts: Acts,
  ) {}

  async find(member: Member): Promise<ImportedBeforeView> {
    return { comments: await this.addresses.countCommentsFor(member.id) };
  }

  /**
   * A repetition claims what was imported since. Comments that another account has claimed stay
   * with it.
   * @throws EmailUnconfirmed
   */
  takeOver(member: Asker): Promise<Answer<TakenOverView>> {
    return this.acts.once(member.idempotencyKey, async (act) => {
      await this.authority.confirm(act, member, 'signed-in');
      if (!member.confirmed) throw new EmailUnconfirmed();
      let comments = 0;
      for (const authorId of await this.addresses.lockAuthorsOf(act, member.id))
        comments += (await this.authorship.takeOver(act, authorId, member.id)) ?? 0;
      return done({ comments });
    });
  }
}
