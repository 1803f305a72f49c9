import { Injectable } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import { AuthService } from '../../auth/identity/auth.service.js';
import { InvalidToken, SessionEnded, TokenExpired } from '../../auth/sessions/sessions.errors.js';
import { SessionsService } from '../../auth/sessions/sessions.service.js';
import { Authority } from '../../users/accounts/authority.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import type { Member } from '../../users/viewer/viewer.js';
import type { TakenOverView } from './authors.dto.js';
import { GuestSanctioned, GuestSessionEnded } from './authors.errors.js';
import { Authorship } from './authorship.js';

/** Whoever has written as a guest and has an account now keeps what they wrote. */
@Injectable()
export class GuestTakeoverService {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionsService,
    private readonly users: UsersRepository,
    private readonly authority: Authority,
    private readonly authorship: Authorship,
    private readonly acts: Acts,
  ) {}

  /**
   * Ends the guest. A comment that the guest is writing at the same moment stays the guest's.
   * @param token of the session of the guest: nothing else proves who it was
   * @throws GuestSessionEnded
   * @throws GuestSanctioned
   */
  async takeOver(member: Member, token: string): Promise<TakenOverView> {
    const guest = await this.guestOf(token);
    return this.acts.run(async (act) => {
      await this.authority.confirm(act, member, 'signed-in');
      const ended = await this.sessions.endLast(act, guest.sessionId, guest.id);
      const { standing } = await this.users.getAuthority(act, guest.id);
      if (standing !== 'active') throw new GuestSanctioned();
      const comments = ended && (await this.authorship.takeOver(act, guest.id, member.id));
      if (typeof comments !== 'number') throw new GuestSessionEnded();
      return { comments };
    });
  }

  private async guestOf(token: string): Promise<Member> {
    try {
      const holder = await this.auth.authenticate(token);
      if (holder.guest) return holder;
    } catch (error) {
      const proves = ![InvalidToken, SessionEnded, TokenExpired].some((no) => error instanceof no);
      if (proves) throw error;
    }
    throw new GuestSessionEnded();
  }
}
